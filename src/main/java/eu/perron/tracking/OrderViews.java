package eu.perron.tracking;

import eu.perron.house.PublicAddress;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what every room knows of an order; for the API, the desk and the consignee's page alike.
 */
@Component
@Transactional(readOnly = true)
public class OrderViews {
  private final Orders orders;
  private final Timeline timeline;
  private final Promises promises;
  private final PublicAddress address;
  private final List<OrderView.Part> parts;
  private final ArchivedViews archived;

  OrderViews(
      Orders orders,
      Timeline timeline,
      Promises promises,
      PublicAddress address,
      List<OrderView.Part> parts,
      ArchivedViews archived) {
    this.orders = orders;
    this.timeline = timeline;
    this.promises = promises;
    this.address = address;
    this.parts = parts;
    this.archived = archived;
  }

  /** Also of an order in the archive: then as it was at the end. */
  public Optional<OrderView> find(String orderNumber) {
    return orders.find(orderNumber).map(this::view).or(() -> archived.find(orderNumber));
  }

  /** What belongs to another seller is not there. */
  public Optional<OrderView> findOf(String sellerId, String orderNumber) {
    return orders
        .findOf(sellerId, orderNumber)
        .map(this::view)
        .or(() -> archived.findOf(sellerId, orderNumber));
  }

  private OrderView view(Order order) {
    OrderView.Draft draft = new OrderView.Draft();
    parts.forEach(part -> part.addTo(draft, order.number()));
    List<OrderView.ParcelView> parcels =
        order.parcels().stream()
            .map(
                parcel ->
                    new OrderView.ParcelView(
                        parcel.number(),
                        draft.carrier,
                        draft.carrierNumbers.get(parcel.number()),
                        parcel.grossWeightKg(),
                        parcel.lengthCm(),
                        parcel.widthCm(),
                        parcel.heightCm()))
            .toList();
    String self = "/api/v1/orders/" + order.number();
    return new OrderView(
        order.number(),
        order.reference(),
        order.status(),
        order.stage(),
        order.lane(),
        order.placedAt(),
        order.acceptedAt(),
        order.endedAt(),
        promises.of(order).orElse(null),
        address.tracking(order.number()),
        new OrderView.Links(self, self + "/cancellation", "/api/v1/tracking/" + order.number()),
        order.vatScheme(),
        order.iossNumber(),
        order.incoterm(),
        order.saleKind(),
        order.currency(),
        order.transportCost(),
        order.insuranceCost(),
        order.consignor(),
        order.consignee(),
        order.euResponsiblePerson(),
        order.delivery(),
        parcels,
        order.lines(),
        List.copyOf(draft.declarations),
        draft.consignment,
        draft.landedCost,
        timeline.of(order.number()),
        draft.openTask);
  }
}
