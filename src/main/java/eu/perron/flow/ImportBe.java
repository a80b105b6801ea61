package eu.perron.flow;

import eu.perron.imports.DeclarationAccepted;
import eu.perron.imports.DeclarationNotReleased;
import eu.perron.imports.DeclarationOnPaper;
import eu.perron.imports.DeclarationRefused;
import eu.perron.imports.DeclarationReleased;
import eu.perron.imports.DocumentsComplete;
import eu.perron.imports.DocumentsRequested;
import eu.perron.imports.GoodsDestroyed;
import eu.perron.imports.GoodsSeized;
import eu.perron.imports.ImportLodging;
import eu.perron.imports.Imports;
import eu.perron.imports.InspectionOrdered;
import eu.perron.imports.PaperDecisions;
import eu.perron.imports.Valuation;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code processes/import-be.bpmn}: an order through Belgian customs. */
@Component("importBe")
public class ImportBe {
  static final String PROCESS = "import-be";
  static final WaitFor ACCEPTANCE =
      WaitFor.at(PROCESS, "WaitForAcceptance", "ACCEPTED", "REFUSED", "ON_PAPER");
  static final WaitFor RELEASE =
      WaitFor.at(PROCESS, "WaitForRelease", "RELEASED", "NOT_RELEASED", "DOCUMENTS", "INSPECTION");
  static final WaitFor INSPECTION_RESULT =
      WaitFor.at(
          PROCESS, "WaitForInspectionResult", "RELEASED", "NOT_RELEASED", "SEIZED", "DESTROYED");

  private static final int LONGEST_NAME = 40;

  private final Imports imports;
  private final ImportLodging lodging;
  private final PaperDecisions papers;
  private final DeskTasks tasks;
  private final Answers answers;

  ImportBe(
      Imports imports,
      ImportLodging lodging,
      PaperDecisions papers,
      DeskTasks tasks,
      Answers answers) {
    this.imports = imports;
    this.lodging = lodging;
    this.papers = papers;
    this.tasks = tasks;
    this.answers = answers;
  }

  public void value(DelegateExecution step) {
    Valuation valuation = imports.value(Step.key(step));
    Step.leave(step, "intrinsicValue", valuation.intrinsicValue().doubleValue());
    Step.leave(step, "vatScheme", valuation.vatScheme());
    Step.leave(step, "saleKind", valuation.saleKind());
    Step.leave(step, "exciseGoods", valuation.exciseGoods());
    Step.leave(step, "restrictedGoods", valuation.restrictedGoods());
    Step.leave(step, "acceptanceDate", valuation.acceptanceDate().toString());
  }

  public void declare(DelegateExecution step) {
    lodging.declare(Step.key(step), text(step, "declaration"), text(step, "additionalProcedure"));
  }

  public void declareInAdvance(DelegateExecution step) {
    lodging.declareInAdvance(
        Step.key(step), text(step, "declaration"), text(step, "additionalProcedure"));
  }

  public void declareAgain(DelegateExecution step) {
    lodging.declareAgain(Step.key(step), text(step, "description"), text(step, "hsCode"));
  }

  public void lodgeDocuments(DelegateExecution step) {
    imports.lodgeDocuments(Step.key(step), text(step, "documentReference"), text(step, "note"));
  }

  public void recordAttendance(DelegateExecution step) {
    imports.recordAttendance(Step.key(step), text(step, "place"));
  }

  public void recordPaperRelease(DelegateExecution step) {
    imports.recordPaperRelease(Step.key(step));
  }

  public void recordNotReleased(DelegateExecution step) {
    imports.recordNotReleased(Step.key(step), text(step, "decision"));
  }

  public void recordLodging(DelegateExecution step) {
    papers.recordLodging(
        Step.key(step),
        text(step, "office"),
        text(step, "lodgedAt"),
        text(step, "number"),
        text(step, "decision"),
        text(step, "note"),
        text(step, "clerk"));
  }

  public void recordPaperDecision(DelegateExecution step) {
    papers.recordDecision(
        Step.key(step), text(step, "decision"), text(step, "note"), text(step, "clerk"));
  }

  /** Nobody at the desk need look on while a seller answers customs. */
  @EventListener
  void on(DocumentsComplete complete) {
    String who = "seller " + complete.sellerId();
    tasks.answer(
        complete.orderNumber(),
        PROCESS,
        "SendDocuments",
        who.substring(0, Math.min(LONGEST_NAME, who.length())),
        Map.of("note", "Uploaded by the seller"));
  }

  @EventListener
  void on(DeclarationAccepted accepted) {
    answers.give(ACCEPTANCE, accepted.orderNumber(), "ACCEPTED");
  }

  @EventListener
  void on(DeclarationRefused refused) {
    answers.giveOneOf(
        refused.orderNumber(),
        ACCEPTANCE.saying("REFUSED"),
        AirFreight.ARRIVAL.saying("DECLARATION_REFUSED"));
  }

  @EventListener
  void on(DeclarationOnPaper taken) {
    answers.give(ACCEPTANCE, taken.orderNumber(), "ON_PAPER");
  }

  @EventListener
  void on(DocumentsRequested requested) {
    answers.give(RELEASE, requested.orderNumber(), "DOCUMENTS");
  }

  @EventListener
  void on(InspectionOrdered ordered) {
    answers.give(RELEASE, ordered.orderNumber(), "INSPECTION");
  }

  /** Customs decides while the order waits at one of two places, or is on its way between them. */
  @EventListener
  void on(DeclarationReleased released) {
    answers.giveOneOf(
        released.orderNumber(), RELEASE.saying("RELEASED"), INSPECTION_RESULT.saying("RELEASED"));
  }

  @EventListener
  void on(DeclarationNotReleased kept) {
    answers.giveOneOf(
        kept.orderNumber(),
        RELEASE.saying("NOT_RELEASED"),
        INSPECTION_RESULT.saying("NOT_RELEASED"));
  }

  @EventListener
  void on(GoodsSeized seized) {
    answers.giveOneOf(
        seized.orderNumber(), INSPECTION_RESULT.saying("SEIZED"), RELEASE.saying("NOT_RELEASED"));
  }

  @EventListener
  void on(GoodsDestroyed destroyed) {
    answers.giveOneOf(
        destroyed.orderNumber(),
        INSPECTION_RESULT.saying("DESTROYED"),
        RELEASE.saying("NOT_RELEASED"));
  }

  private static String text(DelegateExecution step, String fact) {
    return Step.text(step, fact).orElse(null);
  }
}
