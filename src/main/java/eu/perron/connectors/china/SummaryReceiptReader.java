package eu.perron.connectors.china;

import eu.perron.exports.SummaryReceipt;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** CEB702: what customs say to applications for a summary. */
@Component("chinaSummaryReceiptReader")
class SummaryReceiptReader extends CebReceiptReader {
  SummaryReceiptReader() {
    super("summary-receipt", new Receipt("CEB702Message", "SummaryReturn", "copNo"));
  }

  @Override
  Object content(Receipt receipt, Element returned, int status, Instant at) {
    return new SummaryReceipt(
        CebXml.text(returned, "copNo"),
        CebXml.text(returned, "sumNo"),
        status,
        at,
        CebXml.text(returned, "returnInfo"));
  }
}
