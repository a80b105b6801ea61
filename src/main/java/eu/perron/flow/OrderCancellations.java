package eu.perron.flow;

import eu.perron.freight.AirConsignment;
import eu.perron.freight.Freight;
import eu.perron.orders.CancellationDesk;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.orders.Stage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the flow answers a seller who no longer wants an order carried: possible until its flight has closed. */
@Component
class OrderCancellations implements CancellationDesk {
  private final Cancellation cancellation;
  private final Orders orders;
  private final Freight freight;

  OrderCancellations(Cancellation cancellation, Orders orders, Freight freight) {
    this.cancellation = cancellation;
    this.orders = orders;
    this.freight = freight;
  }

  @Override
  public Optional<Refusal> cancel(String orderNumber) {
    Order order = orders.get(orderNumber);
    if (order.stage() == Stage.CLOSED) {
      return refused("ended", "The order has ended as " + order.status() + ".", "Nothing is left to cancel.");
    }
    if (hasLeft(order)) {
      return refused("departed", "The order flies with a consignment that is closed.",
          "A return from Liège: the consignee refuses the parcel, or a clerk sends it back after arrival.");
    }
    return cancellation.cancel(orderNumber) ? Optional.empty()
        : refused("moving", "The order is between two steps and cannot be stopped there.", "Ask again in a minute.");
  }

  private boolean hasLeft(Order order) {
    return switch (order.stage()) {
      case ACCEPTED, COMPLIANCE, EXPORT_CLEARANCE -> false;
      case AIR_FREIGHT -> freight.consignmentOf(order.number())
          .map(flight -> flight.state() != AirConsignment.State.OPEN).orElse(false);
      case IMPORT_CLEARANCE, LAST_MILE, CLOSED -> true;
    };
  }

  private static Optional<Refusal> refused(String code, String reason, String needed) {
    return Optional.of(new Refusal(code, reason, needed));
  }
}
