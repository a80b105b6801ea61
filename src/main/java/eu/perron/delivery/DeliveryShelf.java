package eu.perron.delivery;

import eu.perron.archive.Holding;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaves for the archive with an order. */
@Component
class DeliveryShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("delivery", "order_number").foundAs(Role.SPOKEN, "booking_key"),
        Holding.ofOrders("delivery_parcel", "order_number").foundAs(Role.PRINTED, "barcode"),
        Holding.ofOrders("delivery_event", "order_number"),
        Holding.ofOrders("delivery_label", "order_number"));
  }
}
