package eu.perron.imports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.imports.Amendment.State;
import eu.perron.imports.ControlResult.Correction;
import eu.perron.orders.Orders;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what customs says to an amendment, and counts anew what is owed where it agrees. */
@Component
class AmendmentAnswers implements ArrivalHandler<AmendmentAnswer> {
  private final ImportDeclarations declarations;
  private final AmendmentsKept kept;
  private final Assessment assessment;
  private final Orders orders;
  private final ApplicationEventPublisher events;

  AmendmentAnswers(
      ImportDeclarations declarations,
      AmendmentsKept kept,
      Assessment assessment,
      Orders orders,
      ApplicationEventPublisher events) {
    this.declarations = declarations;
    this.kept = kept;
    this.assessment = assessment;
    this.orders = orders;
    this.events = events;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String kind() {
    return AmendmentAnswer.ARRIVAL;
  }

  @Override
  public Class<AmendmentAnswer> contentType() {
    return AmendmentAnswer.class;
  }

  @Override
  @Transactional
  public Outcome apply(AmendmentAnswer answer) {
    Optional<ImportDeclaration> meant = NamesDeclaration.lock(answer, declarations);
    if (meant.isEmpty()) {
      return NamesDeclaration.unmatched(answer);
    }
    ImportDeclaration known = meant.get();
    List<Amendment> asked = kept.of(known.lrn());
    Optional<Amendment> decided =
        asked.stream()
            .filter(one -> answer.request() == null || one.key().equals(answer.request()))
            .reduce((former, latter) -> latter);
    if (decided.isEmpty()) {
      return Outcome.forAPerson(
          "Customs decides on amendment %s of LRN %s, and we asked for none of this name. Ask the office what it means."
              .formatted(answer.request(), known.lrn()));
    }
    if (decided.get().state() == State.ASKED) {
      decide(known, decided.get(), answer);
    }
    return Outcome.applied(known.orderNumber());
  }

  private void decide(ImportDeclaration known, Amendment asked, AmendmentAnswer answer) {
    kept.decide(
        asked, answer.accepted() ? State.ACCEPTED : State.REFUSED, answer.at(), answer.reason());
    events.publishEvent(
        Milestone.of(
                known.orderNumber(), MilestoneCode.IMPORT_DECLARED, answer.at(), Imports.SOURCE)
            .noting(said(asked, answer)));
    if (!answer.accepted()) {
      return;
    }
    assessment.correct(
        known,
        List.of(
            new Correction(
                asked.item(),
                asked.hsCode(),
                asked.price(),
                orders.get(known.orderNumber()).currency(),
                asked.reason())),
        answer.at());
  }

  private static String said(Amendment asked, AmendmentAnswer answer) {
    String what = "Item %d amended".formatted(asked.item());
    return answer.accepted()
        ? what
        : what.replace("amended", "not amended")
            + (answer.reason() == null ? "" : ": " + answer.reason());
  }

  @Override
  public Match<AmendmentAnswer> match(AmendmentAnswer answer, String orderNumber) {
    return NamesDeclaration.match(answer, orderNumber, declarations);
  }
}
