package eu.perron.exports;

import java.time.Instant;

/** What customs say about one waybill list or departure; as {@link ExportReceipt}. */
public record WaybillReceipt(String copNo, String preNo, int status, Instant at, String info) {
  WaybillReceipt of(String otherCopNo) {
    return new WaybillReceipt(otherCopNo, preNo, status, at, info);
  }
}
