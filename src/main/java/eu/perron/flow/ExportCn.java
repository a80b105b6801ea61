package eu.perron.flow;

import eu.perron.exports.ExportInspection;
import eu.perron.exports.ExportRefused;
import eu.perron.exports.ExportReleased;
import eu.perron.exports.ExportReturned;
import eu.perron.exports.Exports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Export clearance in China: {@code processes/export-cn.bpmn}. */
@Component("exportCn")
public class ExportCn {
  static final String PROCESS = "export-cn";
  static final WaitFor CUSTOMS =
      WaitFor.at(PROCESS, "WaitForCustoms", "RELEASED", "RETURNED", "INSPECTION", "REFUSED");
  static final WaitFor INSPECTION = WaitFor.at(PROCESS, "WaitForInspection", "RELEASED", "REFUSED");

  private final Exports exports;
  private final Answers answers;

  ExportCn(Exports exports, Answers answers) {
    this.exports = exports;
    this.answers = answers;
  }

  public void declare(DelegateExecution step) {
    exports.declare(Step.key(step));
  }

  public void declareAgain(DelegateExecution step) {
    exports.declareAgain(
        Step.key(step),
        Step.text(step, "description").orElse(null),
        Step.text(step, "hsCode").orElse(null));
  }

  public void recordPaperRelease(DelegateExecution step) {
    exports.recordPaperRelease(Step.key(step));
  }

  @EventListener
  void on(ExportReleased released) {
    give(released.orderNumber(), "RELEASED", "RELEASED", released.afterInspection());
  }

  @EventListener
  void on(ExportReturned returned) {
    give(returned.orderNumber(), "RETURNED", "REFUSED", returned.afterInspection());
  }

  @EventListener
  void on(ExportInspection inspection) {
    answers.give(CUSTOMS, inspection.orderNumber(), "INSPECTION");
  }

  @EventListener
  void on(ExportRefused refused) {
    give(refused.orderNumber(), "REFUSED", "REFUSED", refused.afterInspection());
  }

  /**
   * After an inspection the order waits for its result, or again for customs if a clerk chose to
   * wait on: it is told at both places, and takes the first it comes to.
   */
  private void give(
      String orderNumber, String answer, String resultOfInspection, boolean afterInspection) {
    if (afterInspection) {
      answers.giveOneOf(orderNumber, INSPECTION.saying(resultOfInspection), CUSTOMS.saying(answer));
    } else {
      answers.give(CUSTOMS, orderNumber, answer);
    }
  }
}
