package eu.perron.connectors.china;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.china.OfficeReceipts.Answer;
import eu.perron.connectors.china.OfficeReceipts.Verdict;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.exchange.Partner;
import eu.perron.house.PerronSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

/**
 * A customs office that never was. What it answers follows from the message alone, times and
 * numbers included, so that the same message is answered by the same receipts and nothing has to be
 * remembered.
 */
@Component("chinaCustomsOffice")
@Profile("simulators")
@Transactional
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
    String guid = OfficeNumbers.uuid("CEB900" + text);
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

  static List<Answer> answersTo(byte[] message, Path registeredKey, double pace) throws Unreadable {
    Element root = CebXml.read(message);
    boolean genuine =
        Files.exists(registeredKey)
            && CebSignature.isRight(root, SigningKey.readPublic(registeredKey));
    return switch (root.getLocalName()) {
      case "CEB303Message" ->
          OfficeReceipts.of("CEB304", root, verdictsOnOrders(root, genuine), pace);
      case "CEB403Message" ->
          OfficeReceipts.of("CEB404", root, verdictsOnReceipts(root, genuine), pace);
      case "CEB505Message" ->
          OfficeReceipts.of("CEB506", root, verdictsOnHouses(root, genuine), pace);
      case "CEB603Message" ->
          OfficeReceipts.of("CEB604", root, verdictsOnLists(root, genuine), pace);
      case "CEB607Message" ->
          OfficeReceipts.of("CEB608", root, verdictsOnFlights(root, "WayBill", genuine), pace);
      case "CEB509Message" ->
          OfficeReceipts.of("CEB510", root, verdictsOnFlights(root, "Departure", genuine), pace);
      case "CEB701Message" -> answersToSummary(root, genuine, pace);
      default -> throw new Unreadable(root.getLocalName(), "is nothing that is sent to customs");
    };
  }

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
          OfficeReceipts.of(
              "CEB702", root, Map.of(verdict.step().after(), List.of(verdict)), pace));
      if (verdict.step().status() == OfficeCase.DOCUMENT_STORED.status()) {
        answers.add(OfficeReceipts.summaryResult(root, summary, head));
      }
    }
    return answers;
  }
}
