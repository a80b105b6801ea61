package eu.perron.exports;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was paid for an order (message CEB403).
 *
 * @param dispatch null while it is only drawn up
 * @param paidAt when the buyer paid, which is when the order was placed
 */
public record PaymentReceipt(
    Dispatch dispatch,
    String orderNumber,
    String ownerCode,
    String ownerName,
    BigDecimal charge,
    String currency,
    Instant paidAt) {

  PaymentReceipt sent(Dispatch now) {
    return new PaymentReceipt(now, orderNumber, ownerCode, ownerName, charge, currency, paidAt);
  }
}
