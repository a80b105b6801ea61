package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.exchange.PostedLetter;
import eu.perron.exports.SummaryApplication;
import org.springframework.stereotype.Component;

/** CEB701: the application for a month's summary of one consignor. */
@Component("chinaSummaryComposer")
class SummaryComposer extends CebComposer {
  SummaryComposer(Registration registration, SigningKey key) {
    super("CEB701Message", "summary", registration, key);
  }

  /** It may name thousands of lists; one to a message keeps the message carriable. */
  @Override
  public int lettersPerMessage() {
    return 1;
  }

  @Override
  void write(CebWriter message, PostedLetter letter) {
    SummaryApplication application = letter.as(SummaryApplication.class);
    Group summary = message.group("SummaryApply");
    Group head = summary.group("SummaryApplyHead");
    opened(head, application.guid(), application.changed(), application.filedAt());
    code(head, "customsCode");
    head.code("copNo", application.copNo());
    named(head, "agentCode", "agentName");
    head.text("ebcCode", application.ownerCode(), 18).text("ebcName", application.ownerName(), 100);
    named(head, "declAgentCode", "declAgentName");
    head.optional("loctNo", registration.of("loctNo"), 10);
    code(head, "summaryFlag");
    code(head, "itemNameFlag");
    head.number("msgCount", 1).number("msgSeqNo", 1);
    for (String invtNo : application.invtNos()) {
      summary.group("SummaryApplyList").text("invtNo", invtNo, 20);
    }
  }
}
