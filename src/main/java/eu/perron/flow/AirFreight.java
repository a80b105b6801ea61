package eu.perron.flow;

import eu.perron.freight.AirConsignment;
import eu.perron.freight.ConsignmentPresented;
import eu.perron.freight.DoNotLoad;
import eu.perron.freight.FlightNews;
import eu.perron.freight.Freight;
import eu.perron.freight.HousesMissing;
import eu.perron.freight.HousesPulled;
import eu.perron.freight.InformationRequested;
import eu.perron.imports.ImportLodging;
import eu.perron.imports.ImportWithdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * {@code air-freight.bpmn}: one order in the air, from joining a consignment to its presentation at
 * the hub.
 */
@Component("airFreight")
public class AirFreight {
  static final WaitFor ARRIVAL =
      WaitFor.at(
          "air-freight",
          "WaitForArrival",
          "PRESENTED",
          "DO_NOT_LOAD",
          "INFORMATION_REQUESTED",
          "DEPARTED",
          "DECLARATION_REFUSED",
          "MISSING");

  private final Freight freight;
  private final TemporaryStorage storage;
  private final ImportLodging lodging;
  private final ImportWithdrawals imports;
  private final Lanes lanes;
  private final Answers answers;

  AirFreight(
      Freight freight,
      TemporaryStorage storage,
      ImportLodging lodging,
      ImportWithdrawals imports,
      Lanes lanes,
      Answers answers) {
    this.freight = freight;
    this.storage = storage;
    this.lodging = lodging;
    this.imports = imports;
    this.lanes = lanes;
    this.answers = answers;
  }

  public void join(DelegateExecution step) {
    freight.join(Step.key(step));
  }

  public void sendSecurityAnswer(DelegateExecution step) {
    freight.sendSecurityAnswer(
        Step.key(step),
        Step.text(step, "answer").orElse(""),
        Step.text(step, "method").orElse(null));
  }

  public void pull(DelegateExecution step) {
    if (freight.pullFromClosed(Step.key(step))) {
      Step.leave(step, "reason", "Do not load, and the airline has the list: tell the ramp now");
      Step.leave(step, "dueIn", "PT15M");
    }
  }

  public void recordNotLoaded(DelegateExecution step) {
    freight.recordNotLoaded(Step.key(step), Step.text(step, "decision").orElseThrow());
  }

  public void presentFound(DelegateExecution step) {
    freight.presentFound(Step.key(step));
    storage.lodgeFound(Step.key(step));
  }

  public void recordLoss(DelegateExecution step) {
    freight.recordLoss(Step.key(step));
    imports.giveUp(Step.key(step), "The goods were lost before they were presented");
  }

  /** What flies to Liège may be declared while it does. */
  @EventListener
  void on(FlightNews.Departed event) {
    AirConsignment flying = freight.consignment(event.consignmentNumber()).orElseThrow();
    if (flying.state() != AirConsignment.State.PRESENTED
        && lanes.importsBy(flying.route(), ImportBe.PROCESS)
        && lodging.isDoneInAdvance()) {
      answers.giveAll(ARRIVAL, freight.ordersAboard(flying.number()), "DEPARTED");
    }
  }

  @EventListener
  void on(ConsignmentPresented event) {
    answers.giveAll(ARRIVAL, freight.presentOrders(event.consignmentNumber()), "PRESENTED");
  }

  @EventListener
  void on(HousesMissing event) {
    answers.giveAll(ARRIVAL, event.orderNumbers(), "MISSING");
  }

  @EventListener
  void on(HousesPulled event) {
    answers.giveAll(ARRIVAL, event.orderNumbers(), "DO_NOT_LOAD");
  }

  @EventListener
  void on(DoNotLoad event) {
    answers.give(ARRIVAL, event.orderNumber(), "DO_NOT_LOAD");
  }

  @EventListener
  void on(InformationRequested event) {
    answers.give(ARRIVAL, event.orderNumber(), "INFORMATION_REQUESTED");
  }
}
