package eu.perron.flow;

import static java.util.Map.entry;

import eu.perron.compliance.Compliance;
import eu.perron.compliance.FindingCode;
import eu.perron.compliance.Findings;
import eu.perron.exports.Exports;
import eu.perron.freight.Freight;
import eu.perron.imports.ImportWithdrawals;
import eu.perron.orders.Orders;
import eu.perron.retailimports.RetailImports;
import eu.perron.unionexports.UnionExports;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * {@code processes/fulfilment.bpmn}: an order from acceptance to the door, or to the reason why
 * not.
 */
@Component("fulfilment")
public class Fulfilment {
  /**
   * The questions of {@code may-it-travel.dmn}; that about parties is a score, and may have no
   * answer.
   */
  private static final Map<String, FindingCode> QUESTIONS =
      Map.ofEntries(
          entry("prohibited", FindingCode.PROHIBITED),
          entry("cargoAircraftOnly", FindingCode.CARGO_AIRCRAFT_ONLY),
          entry("batteriesUnclear", FindingCode.BATTERIES_UNCLEAR),
          entry("excise", FindingCode.EXCISE),
          entry("restricted", FindingCode.RESTRICTED),
          entry("hsUnknown", FindingCode.HS_UNKNOWN),
          entry("vagueDescription", FindingCode.VAGUE_DESCRIPTION),
          entry("undervalued", FindingCode.UNDERVALUED),
          entry("splitting", FindingCode.SPLITTING),
          entry("iossInvalid", FindingCode.IOSS_INVALID),
          entry("responsiblePersonMissing", FindingCode.RESPONSIBLE_PERSON_MISSING),
          entry("identifiersMissing", FindingCode.IDENTIFIERS_MISSING));

  private final Compliance compliance;
  private final Orders orders;
  private final Exports exports;
  private final UnionExports unionExports;
  private final Freight freight;
  private final ImportWithdrawals imports;
  private final RetailImports retailImports;
  private final Lanes lanes;
  private final Turns turns;

  Fulfilment(
      Compliance compliance,
      Orders orders,
      Exports exports,
      UnionExports unionExports,
      Freight freight,
      ImportWithdrawals imports,
      RetailImports retailImports,
      Lanes lanes,
      Turns turns) {
    this.compliance = compliance;
    this.orders = orders;
    this.exports = exports;
    this.unionExports = unionExports;
    this.freight = freight;
    this.imports = imports;
    this.retailImports = retailImports;
    this.lanes = lanes;
    this.turns = turns;
  }

  public void screen(DelegateExecution step) {
    Findings findings = compliance.screen(Step.key(step));
    if (!findings.open().isEmpty()) {
      turns.current().deeds.add(Trail.screened(Step.key(step), findings));
    }
    QUESTIONS.forEach((question, code) -> Step.leave(step, question, findings.has(code)));
    Step.leave(step, "partyScore", findings.partyScore());
  }

  public void recordReview(DelegateExecution step) {
    Step.leave(
        step,
        "decision",
        compliance.record(
            Step.key(step),
            text(step, "decision"),
            text(step, "description"),
            text(step, "hsCode"),
            text(step, "note"),
            text(step, "clerk")));
  }

  public void recordNotes(DelegateExecution step) {
    compliance.recordNotes(Step.key(step));
  }

  public void recordRefusal(DelegateExecution step) {
    compliance.recordRefusal(Step.key(step));
  }

  public String exportProcess(DelegateExecution step) {
    return lanes.exportProcess(orders.get(Step.key(step)).lane());
  }

  public String importProcess(DelegateExecution step) {
    return lanes.importProcess(orders.get(Step.key(step)).lane());
  }

  /** Every room is asked, also after one said that a person is needed. */
  public void withdraw(DelegateExecution step) {
    boolean exportUndone = exports.withdraw(Step.key(step)) & unionExports.withdraw(Step.key(step));
    boolean offTheFlight = freight.withdraw(Step.key(step));
    boolean importDeclared =
        imports.withdraw(Step.key(step), "Order cancelled")
            | retailImports.withdraw(Step.key(step));
    Step.leave(
        step, "undo", exportUndone && offTheFlight && !importDeclared ? "NOTHING" : "DECLARED");
  }

  private static String text(DelegateExecution step, String fact) {
    return Step.text(step, fact).orElse(null);
  }
}
