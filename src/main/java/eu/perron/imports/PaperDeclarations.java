package eu.perron.imports;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.exchange.Unsent;
import eu.perron.exchange.Withdrawal;
import eu.perron.house.Halving;
import eu.perron.trade.Liege;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declarations lodged by other means than electronically while customs' system is down (UCC, Art.
 * 6(3)(b); the form of it is a matter of {@code reference/import-practice.csv}). Taking one out of
 * the queue is final: from then on no message about it goes out, and none that comes in changes it.
 * What customs registered in advance is with it already: only the presentation is taken out, and
 * the sheet presents the goods.
 */
@Component
public class PaperDeclarations {
  private static final Logger log = LoggerFactory.getLogger(PaperDeclarations.class);
  private static final int AT_ONCE = 50;

  private final ImportDeclarations declarations;
  private final Papers papers;
  private final Practice practice;
  private final Unsent unsent;
  private final PartnerSwitch switches;
  private final Halving halving;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PaperDeclarations(
      ImportDeclarations declarations,
      Papers papers,
      Practice practice,
      Unsent unsent,
      PartnerSwitch switches,
      Halving halving,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.papers = papers;
    this.practice = practice;
    this.unsent = unsent;
    this.switches = switches;
    this.halving = halving;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes the declarations of these orders out of the queue, for good. Each one's withdrawal, its
   * record and the order's next step are one transaction.
   *
   * @return what became of each
   */
  public Map<String, PaperOutcome> lodgeOnPaper(Collection<String> orderNumbers, String who) {
    Map<String, PaperOutcome> outcomes = new LinkedHashMap<>();
    List<String> sorted = new ArrayList<>(new TreeSet<>(orderNumbers));
    for (int from = 0; from < sorted.size(); from += AT_ONCE) {
      halving.each(
          sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)),
          batch -> batch.forEach(order -> outcomes.put(order, choose(order, who))),
          (order, why) -> outcomes.put(order, failed(order, why)));
    }
    return outcomes;
  }

  private static PaperOutcome failed(String orderNumber, RuntimeException why) {
    log.warn("{} was not put on paper: {}", orderNumber, why.toString());
    return why instanceof ConcurrencyFailureException ? PaperOutcome.MOVED : PaperOutcome.FAILED;
  }

  private PaperOutcome choose(String orderNumber, String who) {
    Optional<ImportDeclaration> inForce = declarations.lockInForce(orderNumber);
    if (inForce.filter(ImportDeclaration::isOnPaper).isPresent()) {
      return PaperOutcome.ALREADY;
    }
    Optional<String> queued = inForce.flatMap(PaperDeclarations::queuedAs);
    if (queued.isEmpty() || isGivenUp(inForce.get())) {
      return PaperOutcome.NOT_QUEUED;
    }
    if (!switches.isDeclaredDown(Partner.BELGIAN_CUSTOMS)) {
      return PaperOutcome.NOT_DOWN;
    }
    ImportDeclaration declaration = inForce.get();
    Withdrawal withdrawal =
        unsent.withdrawUnsent(Partner.BELGIAN_CUSTOMS, queued.get(), declaration.lrn());
    if (withdrawal == Withdrawal.WITHDRAWN) {
      goesOnPaper(declaration, who);
    }
    return switch (withdrawal) {
      case WITHDRAWN -> PaperOutcome.ON_PAPER;
      case MAY_HAVE_LEFT -> PaperOutcome.MAY_HAVE_LEFT;
      case LEAVING -> PaperOutcome.LEAVING;
      case GONE -> PaperOutcome.NOT_QUEUED;
    };
  }

  /**
   * What we owe customs about it, if it still lies in our queue: the declaration, or, of one that
   * customs registered in advance, the presentation of its goods.
   */
  private static Optional<String> queuedAs(ImportDeclaration declaration) {
    if (declaration.state() == DeclarationState.DECLARED) {
      return Optional.of(ImportLodging.DECLARATION);
    }
    return declaration.isToBePresented() ? Optional.of(Presentations.OPERATION) : Optional.empty();
  }

  /** Customs will be asked to forget it: the order was cancelled, or its goods go back. */
  private boolean isGivenUp(ImportDeclaration declaration) {
    return unsent.isPosted(
        Partner.BELGIAN_CUSTOMS, ImportWithdrawals.INVALIDATION, declaration.lrn());
  }

  private void goesOnPaper(ImportDeclaration declaration, String who) {
    Instant now = now();
    String reference = practice.get("paperReference", today()).replace("{lrn}", declaration.lrn());
    ImportDeclaration onPaper = declaration.onPaper(reference, now);
    declarations.update(onPaper);
    papers.insert(onPaper, who, now);
    audit.record(
        Entry.of(Act.LODGED_ON_PAPER)
            .by(who)
            .about(declaration.orderNumber())
            .on(declaration.lrn())
            .after(Map.of("reference", reference)));
    events.publishEvent(
        Milestone.of(declaration.orderNumber(), MilestoneCode.IMPORT_DECLARED, now, "imports")
            .noting(
                (declaration.isToBePresented() ? "Presented on paper, " : "On paper, ")
                    + reference
                    + "; LRN "
                    + declaration.lrn()
                    + (declaration.isToBePresented() ? " is not presented" : " is not sent")));
    events.publishEvent(new DeclarationOnPaper(declaration.orderNumber(), reference));
  }

  /**
   * Customs was asked by telephone whether it has a declaration that may have left us.
   *
   * @param holdsIt if not, it can be lodged on paper, as long as it is not sent again
   * @param note who said so
   */
  @Transactional
  public PaperOutcome customsSaid(String orderNumber, boolean holdsIt, String who, String note) {
    Optional<ImportDeclaration> asked = declarations.lockInForce(orderNumber);
    Optional<String> queued = asked.flatMap(PaperDeclarations::queuedAs);
    if (queued.isEmpty()) {
      return PaperOutcome.NOT_QUEUED;
    }
    Withdrawal known =
        unsent.partnerSaid(
            Partner.BELGIAN_CUSTOMS, queued.get(), asked.get().lrn(), holdsIt, who, note);
    audit.record(
        Entry.of(Act.CUSTOMS_SAID)
            .by(who)
            .about(orderNumber)
            .on(asked.get().lrn())
            .after(Map.of("holdsIt", holdsIt, "note", note)));
    return switch (known) {
      case MAY_HAVE_LEFT, WITHDRAWN -> PaperOutcome.MAY_HAVE_LEFT;
      case LEAVING -> PaperOutcome.LEAVING;
      case GONE -> PaperOutcome.NOT_QUEUED;
    };
  }

  @Transactional(readOnly = true)
  public Optional<PaperRecord> find(String orderNumber) {
    return papers.of(orderNumber);
  }

  /** What is printed for the office: the declaration as it lay in the queue. */
  @Transactional(readOnly = true)
  public Optional<PaperSheet> sheet(String orderNumber) {
    return papers
        .of(orderNumber)
        .flatMap(
            paper ->
                unsent
                    .letter(Partner.BELGIAN_CUSTOMS, ImportLodging.DECLARATION, paper.lrn())
                    .map(
                        letter ->
                            new PaperSheet(
                                paper,
                                letter.as(DeclarationLetter.class),
                                registeredAs(paper),
                                practice.get("paperHeading", dayOf(paper)),
                                practice.get("paperLaw", dayOf(paper)))));
  }

  /** The MRN of what customs had registered before: the sheet presents its goods. */
  private String registeredAs(PaperRecord paper) {
    return declarations
        .find(paper.lrn())
        .filter(declaration -> declaration.registeredAt() != null)
        .map(ImportDeclaration::mrn)
        .orElse(null);
  }

  /** Where the sheet is lodged unless the clerk says otherwise. */
  public String usualOffice() {
    return practice.get("customsOffice", today());
  }

  /** Those that customs answered electronically all the same, newest first. */
  @Transactional(readOnly = true)
  public List<PaperRecord> contradicted(int most) {
    return papers.contradicted(most);
  }

  private static LocalDate dayOf(PaperRecord paper) {
    return LocalDate.ofInstant(paper.chosenAt(), Liege.TIME);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Liege.TIME));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
