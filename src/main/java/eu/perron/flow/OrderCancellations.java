package eu.perron.flow;

import eu.perron.orders.CancellationDesk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the flow answers a seller who no longer wants an order carried. */
@Component
class OrderCancellations implements CancellationDesk {
  private final Cancellation cancellation;

  OrderCancellations(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @Override
  public Optional<Refusal> cancel(String orderNumber) {
    return cancellation.cancel(orderNumber)
        ? Optional.empty()
        : Optional.of(new Refusal("moving", "The order is between two steps and cannot be stopped there.",
            "Ask again in a minute; if it has ended by then, a return is what remains."));
  }
}
