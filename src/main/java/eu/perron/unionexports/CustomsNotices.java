package eu.perron.unionexports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/** Hears what Belgian customs says about export declarations. */
@Component
class CustomsNotices implements ArrivalHandler<CustomsNotice> {
  private final UnionExportDeclarations declarations;
  private final JdbcAggregateTemplate aggregates;
  private final ApplicationEventPublisher events;

  CustomsNotices(
      UnionExportDeclarations declarations,
      JdbcAggregateTemplate aggregates,
      ApplicationEventPublisher events) {
    this.declarations = declarations;
    this.aggregates = aggregates;
    this.events = events;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String kind() {
    return CustomsNotice.ARRIVAL;
  }

  @Override
  public Class<CustomsNotice> contentType() {
    return CustomsNotice.class;
  }

  @Override
  public Outcome apply(CustomsNotice notice) {
    Optional<UnionExportDeclaration> declared =
        notice.lrn() == null
            ? declarations.lockByMrn(notice.mrn())
            : declarations.lockByLrn(notice.lrn());
    if (declared.isEmpty()) {
      return Outcome.unmatched(
          "No export declaration is known as "
              + (notice.lrn() == null ? notice.mrn() : notice.lrn()));
    }
    UnionExportDeclaration before = declared.get();
    if (notice.mrn() != null && before.mrn() != null && !notice.mrn().equals(before.mrn())) {
      return Outcome.forAPerson(
          "Export declaration %s has MRN %s, and this names MRN %s"
              .formatted(before.lrn(), before.mrn(), notice.mrn()));
    }
    if (isAnothers(notice.mrn(), before)) {
      return Outcome.forAPerson(
          "MRN %s is that of another export declaration than %s"
              .formatted(notice.mrn(), before.lrn()));
    }
    UnionExportDeclaration.Heard heard = before.hear(notice);
    if (!heard.declaration().equals(before)) {
      aggregates.update(heard.declaration());
    }
    heard.answer().ifPresent(answer -> tell(answer, notice));
    return Outcome.applied(before.orderNumber());
  }

  @Override
  public Match<CustomsNotice> match(CustomsNotice notice, String orderNumber) {
    Optional<UnionExportDeclaration> current =
        declarations.findByOrderNumberAndSupersededFalse(orderNumber);
    if (current.isEmpty()) {
      return Match.impossible("No export declaration was sent for order " + orderNumber);
    }
    String known = current.get().mrn();
    return notice.mrn() != null && known != null && !notice.mrn().equals(known)
        ? Match.impossible(
            "Order %s is declared under MRN %s, and this is about MRN %s"
                .formatted(orderNumber, known, notice.mrn()))
        : Match.to(notice.of(current.get().lrn()), current.get().lrn());
  }

  private boolean isAnothers(String mrn, UnionExportDeclaration declaration) {
    return mrn != null
        && declaration.mrn() == null
        && declarations
            .lockByMrn(mrn)
            .filter(other -> !other.lrn().equals(declaration.lrn()))
            .isPresent();
  }

  private void tell(UnionExportAnswer answer, CustomsNotice notice) {
    events.publishEvent(answer);
    if (answer instanceof UnionExportAnswer.Released) {
      events.publishEvent(milestone(answer, MilestoneCode.EXPORT_CLEARED, notice));
    } else if (answer instanceof UnionExportAnswer.Controlled) {
      events.publishEvent(milestone(answer, MilestoneCode.INSPECTION, notice));
    }
  }

  private Milestone milestone(UnionExportAnswer answer, MilestoneCode code, CustomsNotice notice) {
    return Milestone.of(answer.orderNumber(), code, notice.at(), partner().id());
  }
}
