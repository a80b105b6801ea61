package eu.perron.exports;

import java.time.Instant;

/**
 * What customs say about one of the three documents of an order.
 *
 * @param message that says it: CEB304, CEB404 or CEB506
 * @param orderNumber which is the number of the waybill, too
 */
public record DocumentReceipt(
    String message, String orderNumber, int status, Instant at, String info) {
  DocumentReceipt of(String otherOrder) {
    return new DocumentReceipt(message, otherOrder, status, at, info);
  }
}
