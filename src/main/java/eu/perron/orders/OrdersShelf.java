package eu.perron.orders;

import eu.perron.archive.Holding;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaves for the archive with an order: the order itself. */
@Component
class OrdersShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("orders", "number").root(),
        Holding.ofOrders("order_line", "order_number"),
        Holding.ofOrders("order_parcel", "order_number").foundAs(Role.PRINTED, "number"));
  }
}
