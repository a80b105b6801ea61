package eu.perron.connectors.china;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.exports.SummaryResult;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** CEB792: into which declarations customs made summaries. */
@Component("chinaSummaryResultReader")
class SummaryResultReader implements MessageReader {
  private static final String MESSAGE = "CEB792Message";
  private static final String OPERATION = "summary-result";

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    Element root = CebXml.read(body, MESSAGE);
    List<Arrival> arrivals = new ArrayList<>();
    for (Element result : CebXml.children(root, "SummaryResult")) {
      Element head = CebXml.child(result, "SummaryResultHead");
      String sumNo = CebXml.text(head, "sumNo");
      arrivals.add(
          new Arrival(
              OPERATION,
              sumNo
                  + "|"
                  + CebXml.text(head, "decState")
                  + "|"
                  + CebXml.text(head, "opDate")
                  + "|"
                  + CebXml.text(head, "msgSeqNo"),
              sumNo,
              new SummaryResult(
                  sumNo,
                  CebXml.text(head, "entryId"),
                  CebXml.text(head, "decState"),
                  CebXml.children(result, "SummaryResultList").size())));
    }
    return new Reading(CebReceiptReader.identity(root, body), List.copyOf(arrivals));
  }
}
