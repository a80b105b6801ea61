package eu.perron.imports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.imports.ImportDeclaration.Heard;
import eu.perron.imports.ImportDeclaration.News;
import eu.perron.orders.Orders;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what Belgian customs says, puts it on record and tells the house. */
@Component
class CustomsAnswers implements ArrivalHandler<DeclarationAnswer> {
  private final ImportDeclarations declarations;
  private final Orders orders;
  private final Papers papers;
  private final Assessment assessment;
  private final Presentations presentations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CustomsAnswers(
      ImportDeclarations declarations,
      Orders orders,
      Papers papers,
      Assessment assessment,
      Presentations presentations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.orders = orders;
    this.papers = papers;
    this.assessment = assessment;
    this.presentations = presentations;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String kind() {
    return DeclarationAnswer.ARRIVAL;
  }

  @Override
  public Class<DeclarationAnswer> contentType() {
    return DeclarationAnswer.class;
  }

  @Override
  public void prepare(List<DeclarationAnswer> answers) {
    List<ImportDeclaration> meant =
        declarations.layOut(
            answers.stream().map(DeclarationAnswer::lrn).filter(Objects::nonNull).toList());
    // What is owed is reckoned from the order.
    if (answers.stream().anyMatch(answer -> answer.state() == DeclarationState.ACCEPTED)) {
      orders.layOut(meant.stream().map(ImportDeclaration::orderNumber).toList());
    }
  }

  @Override
  @Transactional
  public Outcome apply(DeclarationAnswer answer) {
    Optional<ImportDeclaration> meant = NamesDeclaration.lock(answer, declarations);
    if (meant.isEmpty()) {
      return NamesDeclaration.unmatched(answer);
    }
    ImportDeclaration known = meant.get();
    if (NamesDeclaration.contradicts(answer, known)) {
      return Outcome.unmatched(
          "LRN %s has MRN %s, not %s".formatted(known.lrn(), known.mrn(), answer.mrn()));
    }
    if (known.isOnPaper()) {
      return contradicts(known, answer);
    }
    Heard heard = known.hear(answer);
    ImportDeclaration assessed = assessment.of(heard.declaration(), known);
    boolean counts = declarations.isInForce(known);
    if (!assessed.equals(known)) {
      declarations.update(assessed);
    }
    // An answer about a declaration that was since replaced moves nothing.
    if (counts) {
      noteInTimeline(assessed, answer);
      heard.news().forEach(news -> tell(news, assessed, answer));
      if (answer.state() == DeclarationState.ACCEPTED) {
        // Not before: a release heard first says that it was accepted, but not when.
        assessment.tell(null, assessed);
      }
    }
    return Outcome.applied(assessed.orderNumber());
  }

  @Override
  public Match<DeclarationAnswer> match(DeclarationAnswer answer, String orderNumber) {
    return NamesDeclaration.match(answer, orderNumber, declarations);
  }

  /** Never applied: a person must see to it that customs counts the goods once. */
  private Outcome contradicts(ImportDeclaration known, DeclarationAnswer answer) {
    String what =
        "Customs says %s about LRN %s%s, which was lodged on paper as %s. Ask the office which one holds, and have the other undone."
            .formatted(
                answer.state(),
                known.lrn(),
                answer.mrn() == null ? "" : ", MRN " + answer.mrn(),
                known.paperReference());
    papers.contradicted(known.lrn(), answer.message() + ": " + what, now());
    return Outcome.forAPerson(what);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void tell(News news, ImportDeclaration declaration, DeclarationAnswer answer) {
    String order = declaration.orderNumber();
    String reason = answer.reason();
    switch (news) {
      case REGISTERED -> presentations.tell(declaration);
      case ACCEPTED -> events.publishEvent(new DeclarationAccepted(order, declaration.mrn()));
      case REFUSED -> {
        milestone(order, MilestoneCode.IMPORT_DECLARED, answer, "Refused: " + reason);
        events.publishEvent(new DeclarationRefused(order, reason));
      }
      case DOCUMENTS_REQUESTED -> events.publishEvent(new DocumentsRequested(order, reason));
      case INSPECTION_ORDERED -> events.publishEvent(new InspectionOrdered(order, reason));
      case RELEASED -> events.publishEvent(new DeclarationReleased(order, declaration.mrn()));
      case NOT_RELEASED -> events.publishEvent(new DeclarationNotReleased(order, reason));
      case SEIZED -> events.publishEvent(new GoodsSeized(order, reason));
      case DESTROYED -> events.publishEvent(new GoodsDestroyed(order, reason));
    }
  }

  /**
   * What happened, happened, though we hear of it when more has happened since and nobody need act
   * on it. Reasons stand in the timeline, where the clerk who must act on them reads them.
   */
  private void noteInTimeline(ImportDeclaration declaration, DeclarationAnswer answer) {
    String order = declaration.orderNumber();
    String reason = answer.reason();
    switch (answer.state()) {
      case DOCUMENTS_REQUESTED ->
          milestone(order, MilestoneCode.INSPECTION, answer, "Documents wanted: " + reason);
      case UNDER_INSPECTION -> milestone(order, MilestoneCode.INSPECTION, answer, reason);
      case RELEASED -> milestone(order, MilestoneCode.RELEASED, answer, "MRN " + declaration.mrn());
      case NOT_RELEASED ->
          milestone(order, MilestoneCode.INSPECTION, answer, "Not released: " + reason);
      case SEIZED -> milestone(order, MilestoneCode.INSPECTION, answer, "Seized: " + reason);
      case DESTROYED -> milestone(order, MilestoneCode.DESTROYED, answer, "By customs: " + reason);
      default -> {
        // Receipts and acceptances stand on the declaration; a refusal counts only if it stands.
      }
    }
  }

  private void milestone(String order, MilestoneCode code, DeclarationAnswer answer, String note) {
    events.publishEvent(Milestone.of(order, code, answer.at(), Imports.SOURCE).noting(note));
  }
}
