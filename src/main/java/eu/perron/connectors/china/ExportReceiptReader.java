package eu.perron.connectors.china;

import eu.perron.exports.ExportReceipt;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** CEB604: what customs say to export lists. */
@Component
class ExportReceiptReader extends CebReceiptReader {
  ExportReceiptReader() {
    super("export-receipt", new Receipt("CEB604Message", "InventoryReturn", "copNo"));
  }

  @Override
  Object content(Receipt receipt, Element returned, int status, Instant at) {
    return new ExportReceipt(
        CebXml.text(returned, "copNo"),
        CebXml.text(returned, "preNo"),
        CebXml.text(returned, "invtNo"),
        status,
        at,
        CebXml.text(returned, "returnInfo"));
  }
}
