package eu.perron.freight;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

@Component
class EntrySummaryAnswerHandler implements ArrivalHandler<EntrySummaryAnswer> {
  private final SecurityFiling filing;

  EntrySummaryAnswerHandler(SecurityFiling filing) {
    this.filing = filing;
  }

  @Override
  public Partner partner() {
    return Partner.ICS2;
  }

  @Override
  public String kind() {
    return "entry-summary-answer";
  }

  @Override
  public Class<EntrySummaryAnswer> contentType() {
    return EntrySummaryAnswer.class;
  }

  @Override
  public Outcome apply(EntrySummaryAnswer content) {
    return filing.apply(content);
  }

  @Override
  public Match<EntrySummaryAnswer> match(EntrySummaryAnswer content, String number) {
    return filing.match(content, number);
  }
}
