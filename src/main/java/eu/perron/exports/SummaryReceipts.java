package eu.perron.exports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

/** What China customs say to applications for a summary (CEB702). */
@Component("exportSummaryReceipts")
class SummaryReceipts implements ArrivalHandler<SummaryReceipt> {
  private final Summaries summaries;

  SummaryReceipts(Summaries summaries) {
    this.summaries = summaries;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String kind() {
    return "summary-receipt";
  }

  @Override
  public Class<SummaryReceipt> contentType() {
    return SummaryReceipt.class;
  }

  @Override
  public Outcome apply(SummaryReceipt said) {
    return summaries.hear(said);
  }
}
