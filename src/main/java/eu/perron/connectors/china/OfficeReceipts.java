package eu.perron.connectors.china;

import eu.perron.connectors.china.CebWriter.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The files in which the simulated office says what it decided on an export. */
final class OfficeReceipts {
  private OfficeReceipts() {}

  /** One file of receipts. */
  record Answer(String fileName, byte[] body, Duration after) {}

  /**
   * @param head of what was sent
   */
  record Verdict(Element head, OfficeCase.Step step) {}

  /** Numbered, so that files which come at once are taken in the order in which customs decided. */
  static List<Answer> of(
      String kind, Element sent, Map<Duration, List<Verdict>> verdicts, double pace) {
    List<Answer> answers = new ArrayList<>();
    String series = OfficeNumbers.uuid(kind + sent.getAttribute("guid"));
    verdicts.forEach(
        (after, said) -> {
          String guid = OfficeNumbers.uuid(kind + sent.getAttribute("guid") + after);
          CebWriter message = new CebWriter(kind + "Message", guid);
          said.forEach(verdict -> write(message, kind, verdict, pace));
          answers.add(
              new Answer(
                  "%s_%s-%d.xml".formatted(kind, series, answers.size() + 1),
                  message.laidOut().bytes(),
                  after));
        });
    return answers;
  }

  private static void write(CebWriter message, String kind, Verdict verdict, double pace) {
    switch (kind) {
      case "CEB304" ->
          onDocument(message.group("OrderReturn"), verdict, pace, "ebpCode", "ebcCode", "orderNo");
      case "CEB404" ->
          onDocument(message.group("ReceiptsReturn"), verdict, pace, "ebcCode", "orderNo");
      case "CEB506" ->
          onDocument(
              message.group("LogisticsReturn"), verdict, pace, "logisticsCode", "logisticsNo");
      case "CEB604" -> onList(message.group("InventoryReturn"), verdict, pace);
      case "CEB702" -> onSummary(message.group("SummaryReturn"), verdict, pace);
      case "CEB510" ->
          onFlight(
              message.group("DepartureReturn"),
              verdict,
              pace,
              List.of("logisticsCode", "copNo"),
              List.of("msgSeqNo"));
      default ->
          onFlight(
              message.group("WayBillReturn"),
              verdict,
              pace,
              List.of("agentCode", "logisticsCode", "copNo"),
              List.of("billNo", "msgSeqNo"));
    }
  }

  /**
   * @param repeated elements of what was sent
   */
  private static void onDocument(Group receipt, Verdict verdict, double pace, String... repeated) {
    Element head = verdict.head();
    receipt.code("guid", OfficeNumbers.uuid(CebXml.text(head, "guid") + verdict.step().status()));
    for (String element : repeated) {
      receipt.code(element, CebXml.text(head, element));
    }
    said(receipt, verdict, pace);
  }

  private static void onList(Group receipt, Verdict verdict, double pace) {
    Element head = verdict.head();
    String copNo = CebXml.text(head, "copNo");
    boolean stored = verdict.step().status() > 100;
    receipt
        .code("guid", OfficeNumbers.uuid(copNo + verdict.step().status()))
        .code("agentCode", CebXml.text(head, "agentCode"))
        .code("copNo", copNo)
        .code("preNo", OfficeNumbers.digits(copNo, 18))
        .code("invtNo", stored ? OfficeNumbers.list(head, 'E', copNo) : "")
        .code("ebcCode", CebXml.text(head, "ebcCode"))
        .code("ebpCode", CebXml.text(head, "ebpCode"))
        .code("orderNo", CebXml.text(head, "orderNo"))
        .code("statisticsFlag", CebXml.text(head, "statisticsFlag"));
    said(receipt, verdict, pace);
  }

  /**
   * @param before elements of what was sent that stand before the number customs give
   * @param after elements of what was sent that stand behind it
   */
  private static void onFlight(
      Group receipt, Verdict verdict, double pace, List<String> before, List<String> after) {
    Element head = verdict.head();
    String copNo = CebXml.text(head, "copNo");
    receipt.code("guid", OfficeNumbers.uuid(copNo + verdict.step().status()));
    before.forEach(element -> receipt.code(element, CebXml.text(head, element)));
    receipt.code("preNo", OfficeNumbers.digits(copNo, 18));
    after.forEach(element -> receipt.code(element, CebXml.text(head, element)));
    said(receipt, verdict, pace);
  }

  private static void onSummary(Group receipt, Verdict verdict, double pace) {
    Element head = verdict.head();
    String copNo = CebXml.text(head, "copNo");
    receipt
        .code("guid", OfficeNumbers.uuid(copNo + verdict.step().status()))
        .code("agentCode", CebXml.text(head, "agentCode"))
        .code("ebcCode", CebXml.text(head, "ebcCode"))
        .code("copNo", copNo)
        .code("preNo", OfficeNumbers.digits(copNo, 18))
        .code("sumNo", sumNo(copNo))
        .code("msgSeqNo", CebXml.text(head, "msgSeqNo"));
    said(receipt, verdict, pace);
  }

  /**
   * The message tells its time in whole seconds; one more, and nothing is decided before it was
   * declared.
   */
  private static void said(Group receipt, Verdict verdict, double pace) {
    Instant sent = Instant.from(CebWriter.SECONDS.parse(CebXml.text(verdict.head(), "appTime")));
    Instant at =
        sent.plusSeconds(1).plusMillis(Math.round(verdict.step().after().toMillis() * pace));
    receipt
        .number("returnStatus", verdict.step().status())
        .code("returnTime", CebWriter.MILLISECONDS.format(at))
        .text("returnInfo", verdict.step().info(), 1000);
  }

  /** The declaration that customs made of a month's summary. */
  static Answer summaryResult(Element root, Element summary, Element head) {
    String guid = OfficeNumbers.uuid("CEB792" + root.getAttribute("guid"));
    String copNo = CebXml.text(head, "copNo");
    CebWriter message = new CebWriter("CEB792Message", guid);
    Group result = message.group("SummaryResult");
    Group decided =
        result
            .group("SummaryResultHead")
            .code("guid", guid)
            .code("customsCode", CebXml.text(head, "customsCode"))
            .code("sumNo", sumNo(copNo))
            .code("opDate", CebXml.text(head, "appTime") + "000")
            .code("declSeqNo", OfficeNumbers.digits("sequence" + copNo, 18))
            .code("entryId", OfficeNumbers.digits("entry" + copNo, 18))
            .code("decState", "9");
    for (String element :
        List.of("agentCode", "agentName", "ebcCode", "ebcName", "declAgentCode", "declAgentName")) {
      decided.code(element, CebXml.text(head, element));
    }
    decided
        .number("grossWeight", 0)
        .number("netWeight", 0)
        .number("msgCount", 1)
        .number("msgSeqNo", 1);
    int number = 0;
    for (Element line : CebXml.children(summary, "SummaryApplyList")) {
      String invtNo = CebXml.text(line, "invtNo");
      result
          .group("SummaryResultList")
          .code("invtNo", invtNo)
          .code("logisticsNo", OfficeNumbers.digits(invtNo, 12))
          .number("gseqno", ++number)
          .number("gnum", number)
          .code("gcode", "0000000000");
    }
    return new Answer("CEB792_" + guid + ".xml", message.laidOut().bytes(), Duration.ofSeconds(5));
  }

  private static String sumNo(String copNo) {
    return OfficeNumbers.digits("sum" + copNo, 18);
  }
}
