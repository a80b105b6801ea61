package eu.perron.exports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

/** Into which declarations China customs made summaries (CEB792). */
@Component("exportSummaryResults")
class SummaryResults implements ArrivalHandler<SummaryResult> {
  private final Summaries summaries;

  SummaryResults(Summaries summaries) {
    this.summaries = summaries;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String kind() {
    return "summary-result";
  }

  @Override
  public Class<SummaryResult> contentType() {
    return SummaryResult.class;
  }

  @Override
  public Outcome apply(SummaryResult said) {
    return summaries.hear(said);
  }
}
