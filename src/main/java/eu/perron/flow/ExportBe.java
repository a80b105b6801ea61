package eu.perron.flow;

import eu.perron.freight.AirConsignment;
import eu.perron.freight.FlightNews;
import eu.perron.freight.Freight;
import eu.perron.unionexports.Departure;
import eu.perron.unionexports.ExportMeasure;
import eu.perron.unionexports.UnionExportAnswer;
import eu.perron.unionexports.UnionExports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Export clearance in Belgium: {@code processes/export-be.bpmn}. */
@Component("exportBe")
public class ExportBe {
  static final String PROCESS = "export-be";
  static final WaitFor CUSTOMS =
      WaitFor.at(PROCESS, "WaitForCustoms", "RELEASED", "REFUSED", "CONTROL", "NOT_RELEASED");
  static final WaitFor CONTROL = WaitFor.at(PROCESS, "WaitForControl", "RELEASED", "NOT_RELEASED");

  private final UnionExports exports;
  private final Freight freight;
  private final Lanes lanes;
  private final Answers answers;

  ExportBe(UnionExports exports, Freight freight, Lanes lanes, Answers answers) {
    this.exports = exports;
    this.freight = freight;
    this.lanes = lanes;
    this.answers = answers;
  }

  public void measure(DelegateExecution step) {
    ExportMeasure measure = exports.measure(Step.key(step));
    Step.leave(step, "valueEur", measure.valueEur().doubleValue());
    Step.leave(step, "grossWeightKg", measure.grossWeightKg().doubleValue());
    Step.leave(step, "restrictedGoods", measure.restrictedGoods());
    Step.leave(step, "acceptanceDate", measure.acceptanceDate().toString());
  }

  public void declare(DelegateExecution step) {
    exports.declare(Step.key(step), Step.text(step, "exportDeclaration").orElseThrow());
  }

  public void declareAgain(DelegateExecution step) {
    exports.declareAgain(
        Step.key(step),
        Step.text(step, "description").orElse(null),
        Step.text(step, "hsCode").orElse(null),
        Step.text(step, "exporterEori").orElse(null));
  }

  public void recordControl(DelegateExecution step) {
    exports.recordControl(Step.key(step), Step.text(step, "note").orElse(""));
  }

  public void recordPaperRelease(DelegateExecution step) {
    exports.recordPaperRelease(Step.key(step));
  }

  public void arriveAtExit(DelegateExecution step) {
    exports.arriveAtExit(Step.key(step));
  }

  @EventListener
  void on(UnionExportAnswer.Refused refused) {
    answers.give(CUSTOMS, refused.orderNumber(), "REFUSED");
  }

  @EventListener
  void on(UnionExportAnswer.Controlled controlled) {
    answers.give(CUSTOMS, controlled.orderNumber(), "CONTROL");
  }

  /** The order waits for customs, or for the result of a control, or is on its way to one. */
  @EventListener
  void on(UnionExportAnswer.Released released) {
    answers.giveOneOf(
        released.orderNumber(), CUSTOMS.saying("RELEASED"), CONTROL.saying("RELEASED"));
  }

  @EventListener
  void on(UnionExportAnswer.NotReleased kept) {
    answers.giveOneOf(
        kept.orderNumber(), CUSTOMS.saying("NOT_RELEASED"), CONTROL.saying("NOT_RELEASED"));
  }

  /** Customs hears of the exit of what it released, once the flight has left. */
  @EventListener
  void on(FlightNews.Departed departed) {
    AirConsignment flying = freight.consignment(departed.consignmentNumber()).orElseThrow();
    if (lanes.exportsBy(flying.route(), PROCESS)) {
      exports.notifyExit(
          new Departure(flying.awb(), flying.flight()), freight.ordersAboard(flying.number()));
    }
  }
}
