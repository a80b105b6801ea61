package eu.perron.flow;

import eu.perron.exports.Correction;
import eu.perron.exports.DocumentsDrawn;
import eu.perron.exports.ExportDocumentsReturned;
import eu.perron.exports.ExportDocumentsStored;
import eu.perron.exports.ExportInspection;
import eu.perron.exports.ExportRefused;
import eu.perron.exports.ExportReleased;
import eu.perron.exports.ExportReturned;
import eu.perron.exports.Exports;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Export clearance in China: {@code processes/export-cn.bpmn}. */
@Component("exportCn")
public class ExportCn {
  static final String PROCESS = "export-cn";
  static final WaitFor DOCUMENTS = WaitFor.at(PROCESS, "WaitForDocuments", "STORED", "RETURNED");
  static final WaitFor CUSTOMS =
      WaitFor.at(PROCESS, "WaitForCustoms", "RELEASED", "RETURNED", "INSPECTION", "REFUSED");
  static final WaitFor INSPECTION = WaitFor.at(PROCESS, "WaitForInspection", "RELEASED", "REFUSED");

  private final Exports exports;
  private final Answers answers;

  ExportCn(Exports exports, Answers answers) {
    this.exports = exports;
    this.answers = answers;
  }

  public void drawDocuments(DelegateExecution step) {
    DocumentsDrawn drawn = exports.drawDocuments(Step.key(step), correction(step));
    Step.leave(step, "documents", drawn.result());
    Step.leave(step, "reason", drawn.finding());
  }

  public void declare(DelegateExecution step) {
    exports.declare(Step.key(step));
  }

  public void recordPaperRelease(DelegateExecution step) {
    exports.recordPaperRelease(Step.key(step));
  }

  private static Correction correction(DelegateExecution step) {
    return new Correction(
        Step.text(step, "description").orElse(null),
        Step.text(step, "hsCode").orElse(null),
        Step.text(step, "grossWeightKg").map(BigDecimal::new).orElse(null));
  }

  @EventListener
  void on(ExportDocumentsStored stored) {
    answers.give(DOCUMENTS, stored.orderNumber(), "STORED");
  }

  @EventListener
  void on(ExportDocumentsReturned returned) {
    answers.give(DOCUMENTS, returned.orderNumber(), "RETURNED");
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
