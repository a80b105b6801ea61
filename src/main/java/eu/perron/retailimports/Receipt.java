package eu.perron.retailimports;

import java.time.Instant;

/**
 * One thing China customs said about one of our papers.
 *
 * @param number what the receipt knows the paper by: our number of the order, the payment, the
 *     parcel or the list
 * @param preNo the port's number for it, or empty
 * @param invtNo customs' number of the list, or empty
 * @param status returnStatus
 */
public record Receipt(
    PaperKind kind,
    String number,
    String preNo,
    String invtNo,
    int status,
    Instant at,
    String info) {
  Receipt of(String otherNumber) {
    return new Receipt(kind, otherNumber, preNo, invtNo, status, at, info);
  }
}
