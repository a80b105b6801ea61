package eu.perron.exports;

import java.time.Instant;

/**
 * What customs say about one export list.
 *
 * @param copNo our number for the list
 * @param preNo number of the electronic port; may be null
 * @param invtNo number customs gave the list; may be null
 * @param status returnStatus, negative for a refusal before customs read it
 * @param at by the clock of customs
 */
public record ExportReceipt(
    String copNo, String preNo, String invtNo, int status, Instant at, String info) {
  ExportReceipt of(String otherCopNo) {
    return new ExportReceipt(otherCopNo, preNo, invtNo, status, at, info);
  }
}
