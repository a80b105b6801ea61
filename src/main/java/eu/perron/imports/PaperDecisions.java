package eu.perron.imports;

import eu.perron.trade.IdentifierKind;
import eu.perron.trade.Identifiers;
import eu.perron.trade.Liege;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the office did with a declaration on paper, put on record as if it had answered. */
@Component
@Transactional
public class PaperDecisions {
  private final ImportDeclarations declarations;
  private final Papers papers;
  private final Assessment assessment;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PaperDecisions(
      ImportDeclarations declarations,
      Papers papers,
      Assessment assessment,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.papers = papers;
    this.assessment = assessment;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Puts on record what the office did with the paper.
   *
   * @param lodgedAt ISO, of Liège where it names no offset
   * @param number an MRN, or the number of the office's stamp
   * @param decision RELEASED, SELECTED, NOT_RELEASED, REFUSED or GIVE_UP
   */
  public void recordLodging(
      String orderNumber,
      String office,
      String lodgedAt,
      String number,
      String decision,
      String note,
      String who) {
    ImportDeclaration paper = lockOnPaper(orderNumber, DeclarationState.ON_PAPER);
    boolean lodged = !decision.equals("GIVE_UP");
    boolean taken = lodged && !decision.equals("REFUSED");
    PaperLodging lodging =
        new PaperLodging(
            lodged ? wanted("the office", office) : null,
            lodged ? moment(wanted("when it was lodged", lodgedAt)) : null,
            taken ? wanted("the number that the office gave it", number) : blankToNull(number),
            decision,
            blankToNull(note),
            who);
    papers.lodged(paper.lrn(), lodging, now());
    ImportDeclaration stamped =
        taken ? paper.stamped(mrn(lodging.number(), paper), lodging.lodgedAt()) : paper;
    decide(stamped, paper, lodging);
  }

  private void decide(ImportDeclaration stamped, ImportDeclaration before, PaperLodging lodging) {
    switch (lodging.decision()) {
      case "RELEASED" -> {
        record(stamped, before, DeclarationState.RELEASED, "Released on paper: " + said(lodging));
        milestone(stamped, MilestoneCode.RELEASED, lodging, "On paper: " + said(lodging));
      }
      case "SELECTED" -> {
        String why = "Selected for control: " + said(lodging);
        record(stamped, before, DeclarationState.UNDER_INSPECTION, why);
        milestone(stamped, MilestoneCode.INSPECTION, lodging, why);
      }
      case "NOT_RELEASED" -> {
        String why = "Not released on paper: " + said(lodging);
        record(stamped, before, DeclarationState.NOT_RELEASED, why);
        milestone(stamped, MilestoneCode.INSPECTION, lodging, why);
      }
      case "REFUSED" -> {
        String why = "Refused on paper" + (lodging.note() == null ? "" : ": " + lodging.note());
        record(stamped, before, DeclarationState.REFUSED, why);
        milestone(stamped, MilestoneCode.IMPORT_DECLARED, lodging, why);
      }
      case "GIVE_UP" ->
          record(stamped, before, DeclarationState.WITHDRAWN, "Not lodged: the goods go back");
      default -> throw new IllegalArgumentException("No office decides " + lodging.decision());
    }
  }

  /**
   * What the office decided about goods it had selected.
   *
   * @param decision RELEASED or NOT_RELEASED
   */
  public void recordDecision(String orderNumber, String decision, String note, String who) {
    ImportDeclaration paper = lockOnPaper(orderNumber, DeclarationState.UNDER_INSPECTION);
    PaperRecord known = papers.ofLrn(paper.lrn()).orElseThrow();
    papers.decided(paper.lrn(), decision, blankToNull(note), who, now());
    decide(
        paper,
        paper,
        new PaperLodging(
            known.office(),
            known.lodgedAt(),
            known.stampedNumber(),
            decision,
            blankToNull(note),
            who));
  }

  private void record(
      ImportDeclaration stamped, ImportDeclaration before, DeclarationState state, String why) {
    ImportDeclaration assessed = assessment.of(stamped.decided(state, now(), why), before);
    declarations.update(assessed);
    assessment.tell(before.debt(), assessed);
  }

  private void milestone(
      ImportDeclaration paper, MilestoneCode code, PaperLodging lodging, String note) {
    events.publishEvent(
        Milestone.of(paper.orderNumber(), code, now(), "imports")
            .at(lodging.office())
            .noting(note));
  }

  private static String said(PaperLodging lodging) {
    return lodging.number() + (lodging.note() == null ? "" : ", " + lodging.note());
  }

  private ImportDeclaration lockOnPaper(String orderNumber, DeclarationState state) {
    return declarations
        .lockInForce(orderNumber)
        .filter(declaration -> declaration.isOnPaper() && declaration.state() == state)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Order " + orderNumber + " has no declaration on paper that is " + state));
  }

  /**
   * The MRN, if that is what the office gave; a stamp's number is kept beside the declaration, and
   * one registered in advance keeps its MRN.
   */
  private String mrn(String number, ImportDeclaration paper) {
    String compact = number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!Identifiers.check(IdentifierKind.MRN, compact).valid()) {
      return paper.mrn();
    }
    declarations
        .lockByMrn(compact)
        .filter(other -> !other.lrn().equals(paper.lrn()))
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  "MRN "
                      + compact
                      + " is that of LRN "
                      + other.lrn()
                      + "; look at the stamp again.");
            });
    return compact;
  }

  private Instant moment(String text) {
    Instant at = parsed(text);
    if (at.isAfter(now().plus(1, ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException(
          "It was lodged at " + text + ", which lies in the future.");
    }
    return at;
  }

  private static Instant parsed(String text) {
    try {
      return text.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)$")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(Liege.TIME).toInstant();
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          text + " is no time; write it as 2026-11-22T14:30.", unreadable);
    }
  }

  private static String wanted(String what, String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("Please say " + what + ".");
    }
    return text.strip();
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
