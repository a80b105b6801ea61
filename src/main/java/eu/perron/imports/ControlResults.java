package eu.perron.imports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.imports.ControlResult.Correction;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what customs found, and counts anew what is owed where it found something else. */
@Component
class ControlResults implements ArrivalHandler<ControlResult> {
  private final ImportDeclarations declarations;
  private final Corrections corrections;
  private final Assessment assessment;
  private final Orders orders;
  private final ApplicationEventPublisher events;

  ControlResults(
      ImportDeclarations declarations,
      Corrections corrections,
      Assessment assessment,
      Orders orders,
      ApplicationEventPublisher events) {
    this.declarations = declarations;
    this.corrections = corrections;
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
    return ControlResult.ARRIVAL;
  }

  @Override
  public Class<ControlResult> contentType() {
    return ControlResult.class;
  }

  @Override
  @Transactional
  public Outcome apply(ControlResult result) {
    Optional<ImportDeclaration> meant = NamesDeclaration.lock(result, declarations);
    if (meant.isEmpty()) {
      return NamesDeclaration.unmatched(result);
    }
    ImportDeclaration known = meant.get();
    Order order = orders.get(known.orderNumber());
    int items = corrections.items(order, known).size();
    for (Correction correction : result.corrections()) {
      if (correction.item() > items) {
        return Outcome.forAPerson(
            "Customs corrects item %d of LRN %s, which has %d. Ask the office which one it means."
                .formatted(correction.item(), known.lrn(), items));
      }
      if (correction.price() != null && !order.currency().equals(correction.currency())) {
        return Outcome.forAPerson(
            "Customs gives the value of item %d of LRN %s in %s, and it was declared in %s. Ask the office for it in %s."
                .formatted(
                    correction.item(),
                    known.lrn(),
                    correction.currency(),
                    order.currency(),
                    order.currency()));
      }
    }
    events.publishEvent(
        Milestone.of(known.orderNumber(), MilestoneCode.INSPECTION, result.at(), Imports.SOURCE)
            .noting(said(result)));
    assessment.correct(known, result.corrections(), result.at());
    return Outcome.applied(known.orderNumber());
  }

  @Override
  public Match<ControlResult> match(ControlResult result, String orderNumber) {
    return NamesDeclaration.match(result, orderNumber, declarations);
  }

  private static String said(ControlResult result) {
    String found =
        result.corrections().isEmpty()
            ? "Inspected: as declared"
            : "Inspected and corrected: "
                + result.corrections().stream()
                    .map(ControlResults::said)
                    .collect(Collectors.joining("; "));
    return result.reason() == null ? found : found + " (" + result.reason() + ")";
  }

  private static String said(Correction one) {
    return "item %d%s%s"
        .formatted(
            one.item(),
            one.hsCode() == null ? "" : " is " + one.hsCode(),
            one.price() == null
                ? ""
                : " is worth " + one.price().toPlainString() + " " + one.currency());
  }
}
