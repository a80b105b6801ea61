package eu.perron.tracking;

import eu.perron.delivery.Deliveries;
import eu.perron.delivery.DeliveryView;
import eu.perron.orders.Orders;
import eu.perron.orders.Parcel;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last carrier and its numbers. */
@Component
@Order(4)
class DeliveryPart implements OrderView.Part, NumberOnParcel {
  private final Deliveries deliveries;
  private final Orders orders;

  DeliveryPart(Deliveries deliveries, Orders orders) {
    this.deliveries = deliveries;
    this.orders = orders;
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    deliveries.view(orderNumber).ifPresent(delivery -> add(draft, orderNumber, delivery));
  }

  /** A carrier gives all parcels of an order their numbers at once, in their order. */
  private void add(OrderView.Draft draft, String orderNumber, DeliveryView delivery) {
    draft.carrier(delivery.carrier());
    List<Parcel> parcels = orders.get(orderNumber).parcels();
    List<String> barcodes = delivery.barcodes();
    for (int i = 0; i < Math.min(parcels.size(), barcodes.size()); i++) {
      draft.carrierNumber(parcels.get(i).number(), barcodes.get(i));
    }
  }

  @Override
  public Optional<String> orderOf(String number) {
    return deliveries.findByBarcode(number);
  }
}
