package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.PaymentReceipt;
import org.springframework.stereotype.Component;

/** CEB403: what was paid, one Receipts for each order. */
@Component
class PaymentReceiptComposer extends CebComposer {
  PaymentReceiptComposer(Registration registration, SigningKey key) {
    super("CEB403Message", "payment-document", registration, key);
  }

  @Override
  void write(CebWriter message, PostedLetter letter) {
    PaymentReceipt paid = letter.as(PaymentReceipt.class);
    Group receipt = opened(message.group("Receipts"), paid.dispatch());
    named(receipt, "ebpCode", "ebpName");
    receipt
        .text("ebcCode", paid.ownerCode(), 18)
        .text("ebcName", paid.ownerName(), 100)
        .text("orderNo", paid.orderNumber(), 60)
        .optional("payCode", registration.of("payCode"), 18)
        .text("payName", registration.of("payName"), 100)
        .number("charge", paid.charge())
        .code("currency", paid.currency())
        .time("accountingDate", paid.paidAt());
  }
}
