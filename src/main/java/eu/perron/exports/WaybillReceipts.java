package eu.perron.exports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Match;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import java.util.Optional;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;

/** Hears what China customs say to waybill lists (CEB608). */
@Component("exportWaybillReceipts")
class WaybillReceipts implements ArrivalHandler<WaybillReceipt> {
  private final WaybillFilings filings;
  private final CustomsCodes codes;
  private final JdbcAggregateTemplate aggregates;

  WaybillReceipts(
      WaybillFilings filings, CustomsCodes codes, JdbcAggregateTemplate aggregates) {
    this.filings = filings;
    this.codes = codes;
    this.aggregates = aggregates;
  }

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String kind() {
    return "waybill-receipt";
  }

  @Override
  public Class<WaybillReceipt> contentType() {
    return WaybillReceipt.class;
  }

  @Override
  public Outcome apply(WaybillReceipt receipt) {
    Optional<WaybillFiling> filing = filings.lock(receipt.copNo());
    if (filing.isEmpty()) {
      return Outcome.unmatched("No waybill list has the number " + receipt.copNo());
    }
    Optional<ExportState> meaning = codes.saidBy(receipt.status(), receipt.at());
    if (meaning.isEmpty()) {
      return Outcome.forAPerson(codes.unknown(receipt.status(), receipt.copNo(), receipt.info()));
    }
    aggregates.update(filing.get().hear(receipt, meaning.get()));
    return Outcome.applied(filing.get().consignmentNumber());
  }

  @Override
  public Match<WaybillReceipt> match(WaybillReceipt receipt, String number) {
    return filings
        .findFirstByConsignmentNumberOrderByRevisionDesc(number)
        .map(filing -> Match.to(receipt.of(filing.copNo()), filing.copNo()))
        .orElseGet(() -> Match.impossible("No waybill list was filed for consignment " + number));
  }
}
