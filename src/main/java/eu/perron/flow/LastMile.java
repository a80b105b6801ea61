package eu.perron.flow;

import eu.perron.compliance.Compliance;
import eu.perron.delivery.Delivered;
import eu.perron.delivery.Deliveries;
import eu.perron.delivery.DeliveryFacts;
import eu.perron.delivery.GoesBack;
import eu.perron.delivery.LabelRefused;
import eu.perron.delivery.Labelled;
import eu.perron.delivery.LostByCarrier;
import eu.perron.delivery.NotDelivered;
import eu.perron.imports.Imports;
import eu.perron.retailimports.RetailImports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code last-mile.bpmn}: from the hub's exit to the door, in a carrier's hands. */
@Component("lastMile")
public class LastMile {
  static final WaitFor LABEL = WaitFor.at("last-mile", "WaitForLabel", "LABELLED", "REFUSED");
  static final WaitFor CLEARING = WaitFor.at("last-mile", "WaitForClearing", "CLEARED");
  static final WaitFor DELIVERY =
      WaitFor.at("last-mile", "WaitForDelivery", "DELIVERED", "NOT_DELIVERED", "GOES_BACK", "LOST");

  private final Deliveries deliveries;
  private final Imports imports;
  private final RetailImports retailImports;
  private final Compliance compliance;
  private final Answers answers;

  LastMile(
      Deliveries deliveries,
      Imports imports,
      RetailImports retailImports,
      Compliance compliance,
      Answers answers) {
    this.deliveries = deliveries;
    this.imports = imports;
    this.retailImports = retailImports;
    this.compliance = compliance;
    this.answers = answers;
  }

  public void measure(DelegateExecution step) {
    DeliveryFacts facts = deliveries.measure(Step.key(step));
    Step.leave(step, "service", facts.service());
    Step.leave(step, "country", facts.country());
    Step.leave(step, "postcode", facts.postcode());
    Step.leave(step, "weightKg", facts.weightKg());
    Step.leave(step, "wishedCarrier", facts.wishedCarrier());
  }

  public void bookLabel(DelegateExecution step) {
    deliveries.book(Step.key(step), Step.text(step, "carrier").orElseThrow());
  }

  public void bookAgain(DelegateExecution step) {
    deliveries.bookAgain(
        Step.key(step),
        Step.text(step, "street").orElse(null),
        Step.text(step, "postcode").orElse(null),
        Step.text(step, "city").orElse(null));
  }

  /** A new sanctions list may name a party of what is under way. */
  public void mayItLeave(DelegateExecution step) {
    Step.leave(step, "exit", compliance.isBarred(Step.key(step)) ? "BARRED" : "OPEN");
  }

  /**
   * The exit guard: customs is asked here, at the last moment; China's only if Belgium's says no.
   */
  public void handOver(DelegateExecution step) {
    deliveries.handOver(
        Step.key(step),
        imports.isReleased(Step.key(step)) || retailImports.isReleased(Step.key(step)));
  }

  public void askNewAttempt(DelegateExecution step) {
    deliveries.askNewAttempt(Step.key(step));
  }

  @EventListener
  void on(Labelled event) {
    answers.give(LABEL, event.orderNumber(), "LABELLED");
  }

  @EventListener
  void on(LabelRefused event) {
    answers.give(LABEL, event.orderNumber(), "REFUSED");
  }

  @EventListener
  void on(Delivered event) {
    answers.give(DELIVERY, event.orderNumber(), "DELIVERED");
  }

  @EventListener
  void on(NotDelivered event) {
    answers.give(DELIVERY, event.orderNumber(), "NOT_DELIVERED");
  }

  @EventListener
  void on(GoesBack event) {
    answers.give(DELIVERY, event.orderNumber(), "GOES_BACK");
  }

  @EventListener
  void on(LostByCarrier event) {
    answers.give(DELIVERY, event.orderNumber(), "LOST");
  }
}
