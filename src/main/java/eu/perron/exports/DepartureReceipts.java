package eu.perron.exports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import org.springframework.stereotype.Component;

/** Hears what China customs say to departures (CEB510). */
@Component("exportDepartureReceipts")
class DepartureReceipts implements ArrivalHandler<WaybillReceipt> {
  private final FlightNotices notices;

  DepartureReceipts(FlightNotices notices) {
    this.notices = notices;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String kind() {
    return "departure-receipt";
  }

  @Override
  public Class<WaybillReceipt> contentType() {
    return WaybillReceipt.class;
  }

  @Override
  public Outcome apply(WaybillReceipt receipt) {
    return notices.hear(receipt);
  }

  @Override
  public Match<WaybillReceipt> match(WaybillReceipt receipt, String number) {
    return notices
        .latest(number, FlightNotice.CEB509)
        .map(filing -> Match.to(receipt.of(filing.copNo()), filing.copNo()))
        .orElseGet(() -> Match.impossible("No departure was told for consignment " + number));
  }
}
