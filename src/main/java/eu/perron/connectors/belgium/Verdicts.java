package eu.perron.connectors.belgium;

import eu.perron.connectors.belgium.IdmsWriter.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the simulated import office decides on goods that are there: accepted, then released,
 * controlled, kept or nothing more, by their case.
 */
record Verdicts(OfficePractice practice) {
  static final Duration ACCEPTANCE = Duration.ofSeconds(3);
  private static final Duration DECISION = Duration.ofSeconds(8);
  private static final Duration AFTER_INSPECTION = Duration.ofSeconds(20);

  /** Adds what follows from the case that the goods name. */
  void follow(LodgedInAdvance.Case which, IdmsAnswers answers, Instant presented, Notices notices) {
    Instant decided = practice.later(presented, DECISION);
    notices.add(answers.accepted(practice.later(presented, ACCEPTANCE)), ACCEPTANCE);
    switch (which.lot()) {
      case "BENONE" -> {}
      case "BEDOC" ->
          notices.add(
              answers.controlled(decided, "DOCUMENTS", "Commercial invoice and proof of payment"),
              DECISION);
      case "BEINSP", "BECORR", "BEDESTROY", "BESEIZE" -> {
        notices.add(
            answers.controlled(decided, "PHYSICAL", "Physical inspection at the warehouse"),
            DECISION);
        inspect(which, answers, practice.afterControl(presented, AFTER_INSPECTION))
            .forEach(found -> notices.addAfterControl(found, AFTER_INSPECTION));
      }
      case "BE451" ->
          notices.add(
              answers.notReleased(decided, "Goods do not match the declaration", false), DECISION);
      default -> notices.add(answers.released(decided), DECISION);
    }
  }

  private static List<Part> inspect(
      LodgedInAdvance.Case which, IdmsAnswers answers, Instant inspected) {
    return switch (which.lot()) {
      case "BECORR" ->
          List.of(
              answers.corrected(
                  inspected,
                  which.item(),
                  "40.00",
                  which.currency(),
                  "The value declared is not the price paid"),
              answers.released(inspected));
      case "BEDESTROY" -> List.of(answers.found(inspected, "DESTROYED", "Not fit for consumption"));
      case "BESEIZE" -> List.of(answers.notReleased(inspected, "Counterfeit goods", true));
      default -> List.of(answers.found(inspected, "CONFORM", null), answers.released(inspected));
    };
  }
}
