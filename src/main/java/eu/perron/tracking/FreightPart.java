package eu.perron.tracking;

import eu.perron.freight.Freight;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The flight of an order, and its entry summary declaration. */
@Component
@Order(2)
class FreightPart implements OrderView.Part {
  private final Freight freight;

  FreightPart(Freight freight) {
    this.freight = freight;
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    freight
        .consignmentOf(orderNumber)
        .ifPresent(
            flown ->
                draft.consignment(
                    new OrderView.Consignment(
                        flown.number(),
                        flown.awb(),
                        flown.flight(),
                        flown.flightDate(),
                        flown.origin(),
                        flown.destination(),
                        flown.state().name())));
    freight
        .house(orderNumber)
        .filter(house -> house.lrn() != null)
        .ifPresent(
            house ->
                draft.declaration(
                    new OrderView.Declaration(
                        "SECURITY",
                        "ENS",
                        house.lrn(),
                        house.mrn(),
                        house.security().name(),
                        null,
                        null,
                        house.question(),
                        null)));
  }
}
