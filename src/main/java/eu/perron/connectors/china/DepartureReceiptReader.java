package eu.perron.connectors.china;

import eu.perron.exports.WaybillReceipt;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** CEB510: what customs say to departures. */
@Component("chinaDepartureReceiptReader")
class DepartureReceiptReader extends CebReceiptReader {
  DepartureReceiptReader() {
    super("departure-receipt", new Receipt("CEB510Message", "DepartureReturn", "copNo"));
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
