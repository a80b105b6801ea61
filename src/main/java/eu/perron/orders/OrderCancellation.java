package eu.perron.orders;

import eu.perron.orders.CancellationDesk.Refusal;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A seller, or a clerk for them, no longer wants an order carried. */
@Component
public class OrderCancellation {
  private final Orders orders;
  private final CancellationDesk desk;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OrderCancellation(
      Orders orders, CancellationDesk desk, ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.desk = desk;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Harmless if it is cancelled already. One that has not begun ends at once; else the flow
   * decides.
   */
  @Transactional
  public Optional<Refusal> cancel(Order order) {
    if (order.status() == Status.CANCELLED) {
      return Optional.empty();
    }
    if (order.endedAt() != null) {
      return Optional.of(ended(order.status()));
    }
    Optional<Refusal> refusal =
        orders.cancelUnstarted(order.number()) ? Optional.empty() : desk.cancel(order.number());
    if (refusal.isEmpty()) {
      events.publishEvent(
          Milestone.of(order.number(), MilestoneCode.CANCELLED, clock.instant(), "orders")
              .on(Milestone.Level.HOUSE));
    }
    return refusal;
  }

  static Refusal ended(Status status) {
    return new Refusal(
        "ended",
        "The order has ended: %s.".formatted(status),
        "Nothing can be undone here; a return is agreed with the consignee.");
  }
}
