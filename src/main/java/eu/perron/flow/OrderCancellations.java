package eu.perron.flow;

import eu.perron.freight.AirConsignment;
import eu.perron.freight.Freight;
import eu.perron.freight.House;
import eu.perron.orders.CancellationDesk;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the flow answers a seller who no longer wants an order carried. */
@Component
class OrderCancellations implements CancellationDesk {
  /** It flies, flew, or nobody knows where it is: nothing that can be stopped from here. */
  private static final Set<House.State> OUT_OF_REACH =
      EnumSet.of(House.State.ABOARD, House.State.MISSING, House.State.PRESENTED, House.State.LOST);

  private final Cancellation cancellation;
  private final Freight freight;

  OrderCancellations(Cancellation cancellation, Freight freight) {
    this.cancellation = cancellation;
    this.freight = freight;
  }

  @Override
  public Optional<Refusal> cancel(String orderNumber) {
    if (isWithTheAirline(orderNumber)) {
      return Optional.of(
          new Refusal(
              "with-the-airline",
              "The airline has the air waybill on which the order stands.",
              "The consignee refuses the parcel at the door, or sends it back: then it returns to you."));
    }
    return cancellation.cancel(orderNumber)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "moving",
                "The order is between two steps and cannot be stopped there.",
                "Ask again in a minute."));
  }

  private boolean isWithTheAirline(String orderNumber) {
    return freight.consignmentOf(orderNumber).map(AirConsignment::attempt).orElse(0) > 0
        && freight.house(orderNumber).map(House::state).filter(OUT_OF_REACH::contains).isPresent();
  }
}
