package eu.perron.exports;

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

/** Hears what China customs say to export lists (CEB604). */
@Component
class ExportReceipts implements ArrivalHandler<ExportReceipt> {
  private final ExportDeclarations declarations;
  private final CustomsCodes codes;
  private final Summaries summaries;
  private final JdbcAggregateTemplate aggregates;
  private final ApplicationEventPublisher events;

  ExportReceipts(
      ExportDeclarations declarations,
      CustomsCodes codes,
      Summaries summaries,
      JdbcAggregateTemplate aggregates,
      ApplicationEventPublisher events) {
    this.declarations = declarations;
    this.codes = codes;
    this.summaries = summaries;
    this.aggregates = aggregates;
    this.events = events;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String kind() {
    return "export-receipt";
  }

  @Override
  public Class<ExportReceipt> contentType() {
    return ExportReceipt.class;
  }

  @Override
  public Outcome apply(ExportReceipt receipt) {
    Optional<ExportDeclaration> declaration = declarations.lock(receipt.copNo());
    if (declaration.isEmpty()) {
      return Outcome.unmatched("No export list has the number " + receipt.copNo());
    }
    Optional<ExportState> meaning = codes.saidBy(receipt.status(), receipt.at());
    if (meaning.isEmpty()) {
      return Outcome.forAPerson(codes.unknown(receipt.status(), receipt.copNo(), receipt.info()));
    }
    ExportDeclaration.Hearing hearing = declaration.get().hear(receipt, meaning.get());
    if (!hearing.declaration().equals(declaration.get())) {
      aggregates.update(hearing.declaration());
    }
    hearing.answer().ifPresent(answer -> tell(answer, receipt));
    if (hearing.answer().isPresent() && hearing.declaration().isAggregated()) {
      summaries.heard(hearing.declaration());
    }
    return Outcome.applied(declaration.get().orderNumber());
  }

  @Override
  public Match<ExportReceipt> match(ExportReceipt receipt, String orderNumber) {
    return declarations
        .findByOrderNumberAndSupersededFalse(orderNumber)
        .map(current -> Match.to(receipt.of(current.copNo()), current.copNo()))
        .orElseGet(() -> Match.impossible("No export list was sent for order " + orderNumber));
  }

  private void tell(ExportAnswer answer, ExportReceipt receipt) {
    events.publishEvent(answer);
    if (answer instanceof ExportReleased) {
      events.publishEvent(milestone(answer, MilestoneCode.EXPORT_CLEARED, receipt));
    } else if (answer instanceof ExportInspection) {
      events.publishEvent(milestone(answer, MilestoneCode.INSPECTION, receipt));
    } else if (answer instanceof ExportRefused refused) {
      events.publishEvent(
          milestone(answer, MilestoneCode.INSPECTION, receipt)
              .noting("detained: " + refused.reason()));
    }
  }

  private Milestone milestone(ExportAnswer answer, MilestoneCode code, ExportReceipt receipt) {
    return Milestone.of(answer.orderNumber(), code, receipt.at(), partner().id());
  }
}
