package eu.perron.flow;

import eu.perron.retailimports.RetailAdmission;
import eu.perron.retailimports.RetailAnswer;
import eu.perron.retailimports.RetailImports;
import eu.perron.retailimports.RetailMeasure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code processes/import-cn.bpmn}: an order through Chinese customs, as retail import. */
@Component("importCn")
public class ImportCn {
  static final WaitFor DOCUMENTS =
      WaitFor.at("import-cn", "WaitForDocuments", "STORED", "RETURNED");
  static final WaitFor RELEASE =
      WaitFor.at("import-cn", "WaitForRelease", "RELEASED", "RETURNED", "DETAINED");

  private final RetailAdmission admission;
  private final RetailImports imports;
  private final Answers answers;

  ImportCn(RetailAdmission admission, RetailImports imports, Answers answers) {
    this.admission = admission;
    this.imports = imports;
    this.answers = answers;
  }

  public void assess(DelegateExecution step) {
    RetailMeasure measure = admission.assess(Step.key(step));
    Step.leave(step, "listed", measure.listed());
    Step.leave(step, "buyerKnown", measure.buyerKnown());
    Step.leave(step, "valueYuan", measure.valueYuan().doubleValue());
    Step.leave(step, "yearYuan", measure.yearYuan().doubleValue());
    Step.leave(step, "singleItem", measure.singleItem());
    Step.leave(step, "acceptanceDate", measure.acceptanceDate().toString());
  }

  public void admit(DelegateExecution step) {
    admission.admit(Step.key(step), text(step, "admission"));
  }

  public void recordAdmission(DelegateExecution step) {
    Step.leave(
        step,
        "decision",
        admission.decide(
            Step.key(step),
            text(step, "decision"),
            text(step, "hsCode"),
            text(step, "idNumber"),
            text(step, "telephone")));
  }

  public void sendDocuments(DelegateExecution step) {
    imports.sendDocuments(Step.key(step));
  }

  public void declareList(DelegateExecution step) {
    imports.declareList(Step.key(step));
  }

  public void recordCorrection(DelegateExecution step) {
    imports.correct(
        Step.key(step),
        text(step, "description"),
        text(step, "hsCode"),
        text(step, "idNumber"),
        text(step, "telephone"));
  }

  public void recordPaperRelease(DelegateExecution step) {
    imports.recordPaperRelease(Step.key(step));
  }

  @EventListener
  void on(RetailAnswer.DocumentsStored stored) {
    answers.give(DOCUMENTS, stored.orderNumber(), "STORED");
  }

  @EventListener
  void on(RetailAnswer.DocumentReturned returned) {
    answers.give(DOCUMENTS, returned.orderNumber(), "RETURNED");
  }

  @EventListener
  void on(RetailAnswer.ListReturned returned) {
    answers.give(RELEASE, returned.orderNumber(), "RETURNED");
  }

  @EventListener
  void on(RetailAnswer.Detained detained) {
    answers.give(RELEASE, detained.orderNumber(), "DETAINED");
  }

  @EventListener
  void on(RetailAnswer.Released released) {
    answers.give(RELEASE, released.orderNumber(), "RELEASED");
  }

  private static String text(DelegateExecution step, String fact) {
    return Step.text(step, fact).orElse(null);
  }
}
