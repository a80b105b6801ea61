package eu.perron.connectors.china;

import eu.perron.exports.WaybillReceipt;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** CEB608: what customs say to waybill lists. */
@Component
class WaybillReceiptReader extends CebReceiptReader {
  WaybillReceiptReader() {
    super("waybill-receipt", new Receipt("CEB608Message", "WayBillReturn", "copNo"));
  }

  @Override
  Object content(Receipt receipt, Element returned, int status, Instant at) {
    return new WaybillReceipt(
        CebXml.text(returned, "copNo"),
        CebXml.text(returned, "preNo"),
        status,
        at,
        CebXml.text(returned, "returnInfo"));
  }
}
