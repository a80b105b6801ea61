package eu.perron.flow;

import eu.perron.compliance.Compliance;
import eu.perron.orders.Order;
import eu.perron.orders.OrderCancellation;
import eu.perron.orders.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * {@code listed-party.bpmn}: beside an order that is under way, when a party of it resembles an
 * entry of a new sanctions list. The order moves on meanwhile, but does not leave the hub.
 */
@Component("listedParty")
public class ListedParty {
  static final String PROCESS = "listed-party";
  private final Compliance compliance;
  private final Orders orders;
  private final OrderCancellation cancellation;
  private final Answers answers;

  ListedParty(
      Compliance compliance, Orders orders, OrderCancellation cancellation, Answers answers) {
    this.compliance = compliance;
    this.orders = orders;
    this.cancellation = cancellation;
    this.answers = answers;
  }

  public void recordDecision(DelegateExecution step) {
    compliance.record(
        Step.key(step),
        Step.text(step, "decision").orElseThrow(),
        null,
        null,
        Step.text(step, "note").orElse(null),
        Step.text(step, "clerk").orElse(null));
  }

  /** If it stands at the hub's exit, it is asked there again. */
  public void letGo(DelegateExecution step) {
    answers.give(LastMile.CLEARING, Step.key(step), "CLEARED");
  }

  /** Out of our reach it moves on, and is kept at the hub. */
  public void stop(DelegateExecution step) {
    Order order = orders.get(Step.key(step));
    Step.leave(step, "stopped", cancellation.cancel(order).isEmpty() ? "STOPPED" : "OUT_OF_REACH");
  }
}
