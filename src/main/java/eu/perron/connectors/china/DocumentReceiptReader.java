package eu.perron.connectors.china;

import eu.perron.exports.DocumentReceipt;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** CEB304, CEB404, CEB506: what customs say to orders, receipts and waybills. */
@Component
class DocumentReceiptReader extends CebReceiptReader {
  DocumentReceiptReader() {
    super(
        "document-receipt",
        new Receipt("CEB304Message", "OrderReturn", "orderNo"),
        new Receipt("CEB404Message", "ReceiptsReturn", "orderNo"),
        new Receipt("CEB506Message", "LogisticsReturn", "logisticsNo"));
  }

  @Override
  Object content(Receipt receipt, Element returned, int status, Instant at) {
    return new DocumentReceipt(
        receipt.message().substring(0, "CEB304".length()),
        CebXml.text(returned, receipt.number()),
        status,
        at,
        CebXml.text(returned, "returnInfo"));
  }
}
