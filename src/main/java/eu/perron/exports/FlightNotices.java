package eu.perron.exports;

import eu.perron.exchange.Outcome;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/** Hears what customs say to what they were told of a flight. */
@Component("exportFlightNotices")
class FlightNotices {
  private final WaybillFilings filings;
  private final CustomsCodes codes;
  private final JdbcAggregateTemplate aggregates;
  private final ApplicationEventPublisher events;

  FlightNotices(
      WaybillFilings filings,
      CustomsCodes codes,
      JdbcAggregateTemplate aggregates,
      ApplicationEventPublisher events) {
    this.filings = filings;
    this.codes = codes;
    this.aggregates = aggregates;
    this.events = events;
  }

  Outcome hear(WaybillReceipt receipt) {
    Optional<WaybillFiling> found = filings.lock(receipt.copNo());
    if (found.isEmpty()) {
      return Outcome.unmatched(
          "Nothing that we told of a flight has the number " + receipt.copNo());
    }
    Optional<ExportState> meaning = codes.saidBy(receipt.status(), receipt.at());
    if (meaning.isEmpty()) {
      return Outcome.forAPerson(codes.unknown(receipt.status(), receipt.copNo(), receipt.info()));
    }
    WaybillFiling before = found.get();
    WaybillFiling after = before.hear(receipt, meaning.get());
    aggregates.update(after);
    if (after.isReturned() && !before.isReturned() && isLatest(after)) {
      events.publishEvent(
          new FlightNoticeReturned(
              after.consignmentNumber(), after.message() + " returned: " + after.reason()));
    }
    return Outcome.applied(before.consignmentNumber());
  }

  private boolean isLatest(WaybillFiling filing) {
    return latest(filing.consignmentNumber(), filing.message())
        .filter(last -> last.copNo().equals(filing.copNo()))
        .isPresent();
  }

  Optional<WaybillFiling> latest(String consignmentNumber, FlightNotice message) {
    return filings.findFirstByConsignmentNumberAndMessageOrderByRevisionDesc(
        consignmentNumber, message);
  }
}
