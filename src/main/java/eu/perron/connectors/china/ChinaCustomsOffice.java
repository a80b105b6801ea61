package eu.perron.connectors.china;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.exchange.Partner;
import eu.perron.house.PerronSettings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * A customs office that never was. What it answers follows from the message alone, times and
 * numbers included, so that the same message is answered by the same receipts and nothing has to be
 * remembered.
 */
@Component("chinaCustomsOffice")
@Profile("simulators")
public class ChinaCustomsOffice {
  private static final Logger LOG = LoggerFactory.getLogger(ChinaCustomsOffice.class);

  private static final Pattern GUID = Pattern.compile("guid=\"([0-9A-Fa-f-]{36})\"");
  private static final Pattern TYPE = Pattern.compile("(CEB\\d{3})Message");

  /** The exchange's code 0002, as a status that says the message was not read. */
  private static final int SCHEMA = -2;

  private final LetterBox letterBox;
  private final Books books;
  private final Path registeredKey;
  private final double pace;
  private final Clock clock;

  ChinaCustomsOffice(LetterBox letterBox, Books books, PerronSettings settings, Clock clock) {
    this.clock = clock;
    this.letterBox = letterBox;
    this.books = books;
    this.registeredKey = SigningKey.registered(settings);
    this.pace = settings.demo().pace();
  }

  /** Called by the simulator's route for each file we sent. */
  public void receive(byte[] message) {
    try {
      books.enter(Partner.CHINA_CUSTOMS.id(), message, entries(message));
      for (Answer answer : answersTo(message, registeredKey, pace)) {
        letterBox.file(
            Partner.CHINA_CUSTOMS.id(), answer.fileName(), answer.body(), answer.after());
      }
    } catch (Unreadable broken) {
      LOG.warn("China customs (simulated) cannot take a message: {}", broken.getMessage());
      Answer refusal = refusal(message, broken);
      letterBox.file(
          Partner.CHINA_CUSTOMS.id(), refusal.fileName(), refusal.body(), refusal.after());
    }
  }

  /** CEB900: what nobody can read has no time of its own, so this office says when it tried. */
  private Answer refusal(byte[] message, Unreadable broken) {
    return refusal(message, broken, clock.instant());
  }

  static Answer refusal(byte[] message, Unreadable broken, Instant now) {
    String text = new String(message, StandardCharsets.UTF_8);
    String guid = uuid("CEB900" + text);
    CebWriter answer = new CebWriter("CEB900Message", guid);
    answer
        .group("MessageReturn")
        .code("guid", guid)
        .number("returnStatus", SCHEMA)
        .text("returnInfo", "0002 schema: " + broken.getMessage(), 5000)
        .code("returnTime", CebWriter.MILLISECONDS.format(now))
        .text("oriCopMsgId", firstOf(GUID, text), 255)
        .text("oriMessageType", firstOf(TYPE, text), 15)
        .text("oriBizMessage", text, Integer.MAX_VALUE);
    return new Answer("CEB900_" + guid + ".xml", answer.laidOut().bytes(), Duration.ofSeconds(1));
  }

  private static String firstOf(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static List<Books.Entry> entries(byte[] message) throws Unreadable {
    List<Books.Entry> entries = new ArrayList<>();
    Element root = CebXml.read(message);
    for (Element inventory : CebXml.children(root, "Inventory")) {
      Element head = CebXml.child(inventory, "InventoryHead");
      entries.add(
          new Books.Entry("CEB603", CebXml.text(head, "copNo"), CebXml.text(head, "orderNo")));
    }
    for (Element waybill : CebXml.children(root, "WayBill")) {
      Element head = CebXml.child(waybill, "WayBillHead");
      entries.add(
          new Books.Entry("CEB607", CebXml.text(head, "copNo"), CebXml.text(head, "billNo")));
    }
    for (Element departure : CebXml.children(root, "Departure")) {
      Element head = CebXml.child(departure, "DepartureHead");
      entries.add(
          new Books.Entry("CEB509", CebXml.text(head, "copNo"), CebXml.text(head, "billNo")));
    }
    for (Element summary : CebXml.children(root, "SummaryApply")) {
      Element head = CebXml.child(summary, "SummaryApplyHead");
      entries.add(
          new Books.Entry("CEB701", CebXml.text(head, "copNo"), CebXml.text(head, "ebcCode")));
    }
    for (Element order : CebXml.children(root, "Order")) {
      entries.add(document("CEB303", CebXml.child(order, "OrderHead"), "orderNo"));
    }
    for (Element receipt : CebXml.children(root, "Receipts")) {
      entries.add(document("CEB403", receipt, "orderNo"));
    }
    for (Element waybill : CebXml.children(root, "Logistics")) {
      entries.add(document("CEB505", waybill, "logisticsNo"));
    }
    return entries;
  }

  private static Books.Entry document(String message, Element head, String number) {
    return new Books.Entry(message, CebXml.text(head, "guid"), CebXml.text(head, number));
  }

  /** One file of receipts. */
  record Answer(String fileName, byte[] body, Duration after) {}

  static List<Answer> answersTo(byte[] message, Path registeredKey, double pace) throws Unreadable {
    Element root = CebXml.read(message);
    boolean genuine =
        Files.exists(registeredKey)
            && CebSignature.isRight(root, SigningKey.readPublic(registeredKey));
    return switch (root.getLocalName()) {
      case "CEB303Message" -> receipts("CEB304", root, verdictsOnOrders(root, genuine), pace);
      case "CEB403Message" -> receipts("CEB404", root, verdictsOnReceipts(root, genuine), pace);
      case "CEB505Message" -> receipts("CEB506", root, verdictsOnHouses(root, genuine), pace);
      case "CEB603Message" -> receipts("CEB604", root, verdictsOnLists(root, genuine), pace);
      case "CEB607Message" ->
          receipts("CEB608", root, verdictsOnFlights(root, "WayBill", genuine), pace);
      case "CEB509Message" ->
          receipts("CEB510", root, verdictsOnFlights(root, "Departure", genuine), pace);
      case "CEB701Message" -> answersToSummary(root, genuine, pace);
      default -> throw new Unreadable(root.getLocalName(), "is nothing that is sent to customs");
    };
  }

  private record Verdict(Element head, OfficeCase.Step step) {}

  private static Map<Duration, List<Verdict>> verdictsOnOrders(Element root, boolean genuine) {
    return verdicts(
        CebXml.children(root, "Order").stream()
            .map(
                order -> {
                  Element head = CebXml.child(order, "OrderHead");
                  String goods =
                      CebXml.children(order, "OrderList").stream()
                          .map(item -> CebXml.text(item, "itemName"))
                          .collect(Collectors.joining("; "));
                  return verdict(head, goods, "CEB304", genuine);
                }));
  }

  private static Map<Duration, List<Verdict>> verdictsOnReceipts(Element root, boolean genuine) {
    return verdicts(
        CebXml.children(root, "Receipts").stream()
            .map(receipt -> verdict(receipt, "", "CEB404", genuine)));
  }

  private static Map<Duration, List<Verdict>> verdictsOnHouses(Element root, boolean genuine) {
    return verdicts(
        CebXml.children(root, "Logistics").stream()
            .map(
                waybill -> verdict(waybill, CebXml.text(waybill, "goodsInfo"), "CEB506", genuine)));
  }

  private static Verdict verdict(Element head, String goods, String lot, boolean genuine) {
    List<OfficeCase.Step> steps =
        genuine
            ? OfficeCase.ofDocument(CebXml.text(head, "appType"), goods, lot).steps()
            : OfficeCase.NOT_GENUINE;
    return new Verdict(head, steps.get(0));
  }

  private static Map<Duration, List<Verdict>> verdicts(Stream<Verdict> all) {
    return all.collect(
        Collectors.groupingBy(
            verdict -> verdict.step().after(), TreeMap::new, Collectors.toList()));
  }

  private static Map<Duration, List<Verdict>> verdictsOnLists(Element root, boolean genuine) {
    Map<Duration, List<Verdict>> verdicts = new TreeMap<>();
    for (Element inventory : CebXml.children(root, "Inventory")) {
      Element head = CebXml.child(inventory, "InventoryHead");
      for (OfficeCase.Step step :
          genuine ? OfficeCase.of(inventory).steps() : OfficeCase.NOT_GENUINE) {
        verdicts
            .computeIfAbsent(step.after(), after -> new ArrayList<>())
            .add(new Verdict(head, step));
      }
    }
    return verdicts;
  }

  private static Map<Duration, List<Verdict>> verdictsOnFlights(
      Element root, String element, boolean genuine) {
    OfficeCase.Step step = genuine ? OfficeCase.STORED : OfficeCase.NOT_GENUINE.get(0);
    return verdicts(
        CebXml.children(root, element).stream()
            .map(told -> new Verdict(CebXml.child(told, element + "Head"), step)));
  }

  /** Stored, and then made into a declaration; or given back until it comes as a change. */
  private static List<Answer> answersToSummary(Element root, boolean genuine, double pace) {
    List<Answer> answers = new ArrayList<>();
    for (Element summary : CebXml.children(root, "SummaryApply")) {
      Element head = CebXml.child(summary, "SummaryApplyHead");
      Verdict verdict = verdict(head, CebXml.text(head, "ebcName"), "CEB702", genuine);
      answers.addAll(
          receipts("CEB702", root, Map.of(verdict.step().after(), List.of(verdict)), pace));
      if (verdict.step().status() == OfficeCase.DOCUMENT_STORED.status()) {
        answers.add(result(root, summary, head));
      }
    }
    return answers;
  }

  private static Answer result(Element root, Element summary, Element head) {
    String guid = uuid("CEB792" + root.getAttribute("guid"));
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
            .code("declSeqNo", digits("sequence" + copNo, 18))
            .code("entryId", digits("entry" + copNo, 18))
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
          .code("logisticsNo", digits(invtNo, 12))
          .number("gseqno", ++number)
          .number("gnum", number)
          .code("gcode", "0000000000");
    }
    return new Answer("CEB792_" + guid + ".xml", message.laidOut().bytes(), Duration.ofSeconds(5));
  }

  private static String sumNo(String copNo) {
    return digits("sum" + copNo, 18);
  }

  /** Numbered, so that files which come at once are taken in the order in which customs decided. */
  private static List<Answer> receipts(
      String kind, Element sent, Map<Duration, List<Verdict>> verdicts, double pace) {
    List<Answer> answers = new ArrayList<>();
    String series = uuid(kind + sent.getAttribute("guid"));
    verdicts.forEach(
        (after, said) -> {
          String guid = uuid(kind + sent.getAttribute("guid") + after);
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
    receipt.code("guid", uuid(CebXml.text(head, "guid") + verdict.step().status()));
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
        .code("guid", uuid(copNo + verdict.step().status()))
        .code("agentCode", CebXml.text(head, "agentCode"))
        .code("copNo", copNo)
        .code("preNo", digits(copNo, 18))
        .code("invtNo", stored ? invtNo(head, copNo) : "")
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
    receipt.code("guid", uuid(copNo + verdict.step().status()));
    before.forEach(element -> receipt.code(element, CebXml.text(head, element)));
    receipt.code("preNo", digits(copNo, 18));
    after.forEach(element -> receipt.code(element, CebXml.text(head, element)));
    said(receipt, verdict, pace);
  }

  private static void onSummary(Group receipt, Verdict verdict, double pace) {
    Element head = verdict.head();
    String copNo = CebXml.text(head, "copNo");
    receipt
        .code("guid", uuid(copNo + verdict.step().status()))
        .code("agentCode", CebXml.text(head, "agentCode"))
        .code("ebcCode", CebXml.text(head, "ebcCode"))
        .code("copNo", copNo)
        .code("preNo", digits(copNo, 18))
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

  /** Office, year, E for export and nine digits. */
  private static String invtNo(Element head, String copNo) {
    return CebXml.text(head, "customsCode")
        + CebXml.text(head, "appTime").substring(0, 4)
        + "E"
        + digits(copNo, 9);
  }

  private static String digits(String of, int count) {
    BigInteger number =
        new BigInteger(
                1,
                UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .getBytes(StandardCharsets.US_ASCII))
            .mod(BigInteger.TEN.pow(count));
    return "0".repeat(count - number.toString().length()) + number;
  }

  private static String uuid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
        .toString()
        .toUpperCase(Locale.ROOT);
  }
}
