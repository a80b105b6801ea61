package eu.perron.connectors.china;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.china.CebWriter.Group;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.exchange.Partner;
import eu.perron.house.PerronSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

/**
 * An office for retail import that never was. What it answers follows from the message alone: from
 * its signature, and from "lot" and a code in the name of one of the goods.
 */
@Component("chinaImportOffice")
@Profile("simulators")
@Transactional
public class ChinaImportOffice {
  private static final Logger LOG = LoggerFactory.getLogger(ChinaImportOffice.class);
  private static final Pattern LOT = Pattern.compile("\\blot (CN[A-Z0-9]+)\\b");
  private static final Duration AT_FIRST = Duration.ofSeconds(2);
  private static final Duration THEN = Duration.ofSeconds(6);
  private static final Duration AT_LAST = Duration.ofSeconds(12);

  private final LetterBox letterBox;
  private final Books books;
  private final Path registeredKey;
  private final double pace;

  ChinaImportOffice(LetterBox letterBox, Books books, PerronSettings settings) {
    this.letterBox = letterBox;
    this.books = books;
    this.registeredKey = SigningKey.registered(settings);
    this.pace = settings.demo().pace();
  }

  /** How the office knows each of the four messages. */
  private enum Sort {
    CEB311("Order", "OrderHead", "orderNo", "CEB312", "OrderReturn"),
    CEB411("Payment", "PaymentHead", "payTransactionId", "CEB412", "PaymentReturn"),
    CEB511("Logistics", "LogisticsHead", "logisticsNo", "CEB512", "LogisticsReturn"),
    CEB621("Inventory", "InventoryHead", "copNo", "CEB622", "InventoryReturn");

    private final String node;
    private final String head;
    private final String number;
    private final String receipt;
    private final String returned;

    Sort(String node, String head, String number, String receipt, String returned) {
      this.node = node;
      this.head = head;
      this.number = number;
      this.receipt = receipt;
      this.returned = returned;
    }

    static Sort of(Element root) throws Unreadable {
      for (Sort sort : values()) {
        if (root.getLocalName().equals(sort.name() + "Message")) {
          return sort;
        }
      }
      throw new Unreadable(root.getLocalName(), "is nothing that is sent to customs");
    }
  }

  private record Step(int status, Duration after, String info) {}

  /** One file of receipts. */
  record Answer(String fileName, byte[] body, Duration after) {}

  /** Called by the simulator's route for each file we sent. */
  public void receive(byte[] message) {
    try {
      Element root = CebImport.read(message);
      books.enter(Partner.CHINA_CUSTOMS.id(), message, entries(root));
      for (Answer answer : answersTo(root, registeredKey, pace)) {
        letterBox.file(
            Partner.CHINA_CUSTOMS.id(), answer.fileName(), answer.body(), answer.after());
      }
    } catch (Unreadable broken) {
      LOG.warn("China customs (simulated) threw a message away: {}", broken.getMessage());
    }
  }

  private static List<Books.Entry> entries(Element root) throws Unreadable {
    Sort sort = Sort.of(root);
    return CebXml.children(root, sort.node).stream()
        .map(node -> CebXml.child(node, sort.head))
        .map(
            head ->
                new Books.Entry(
                    sort.name(), CebXml.text(head, sort.number), CebXml.text(head, "orderNo")))
        .toList();
  }

  static List<Answer> answersTo(Element root, Path registeredKey, double pace) throws Unreadable {
    Sort sort = Sort.of(root);
    boolean genuine =
        Files.exists(registeredKey)
            && CebSignature.isRight(root, SigningKey.readPublic(registeredKey));
    Map<Duration, CebWriter> files = new TreeMap<>();
    String series = OfficeNumbers.uuid(sort.receipt + root.getAttribute("guid"));
    for (Element node : CebXml.children(root, sort.node)) {
      Element head = CebXml.child(node, sort.head);
      for (Step step : genuine ? steps(sort, node, head) : List.of(notGenuine())) {
        CebWriter file =
            files.computeIfAbsent(
                step.after(),
                after ->
                    new CebWriter(sort.receipt + "Message", OfficeNumbers.uuid(series + after)));
        say(file.group(sort.returned), sort, head, step, pace);
      }
    }
    List<Answer> answers = new ArrayList<>();
    files.forEach(
        (after, file) ->
            answers.add(
                new Answer(
                    "%s_%s-%d.xml".formatted(sort.receipt, series, answers.size() + 1),
                    file.laidOut().bytes(),
                    after)));
    return answers;
  }

  private static List<Step> steps(Sort sort, Element node, Element head) {
    Step stored = new Step(120, AT_FIRST, "已入库 stored");
    Lot lot = lot(sort, node, head);
    return switch (sort) {
      case CEB311 -> lot.code().equals("CNDOC") ? List.of(returned(lot)) : List.of(stored);
      case CEB411 -> List.of(stored);
      case CEB511 -> lot.code().equals("CNMUTE") ? List.of() : List.of(stored);
      case CEB621 ->
          switch (lot.code()) {
            case "CN100" -> List.of(returned(lot));
            case "CN500" ->
                List.of(
                    stored,
                    new Step(500, THEN, "查验 inspection"),
                    new Step(800, AT_LAST, "放行 released after inspection"));
            case "CN501" -> List.of(stored, new Step(501, THEN, "扣留 detained"));
            case "CNNONE" -> List.of(stored);
            default -> List.of(stored, new Step(800, THEN, "放行 released"));
          };
    };
  }

  private static Step returned(Lot lot) {
    return new Step(
        100,
        AT_FIRST,
        "退单 returned: gnum " + lot.item() + " the name of the goods is not specific");
  }

  private static Step notGenuine() {
    return new Step(-621029, AT_FIRST, "验签失败 the signature is not right");
  }

  private record Lot(String code, int item) {}

  private static Lot lot(Sort sort, Element node, Element head) {
    List<String> names =
        switch (sort) {
          case CEB311 ->
              CebXml.children(node, "OrderList").stream()
                  .map(item -> CebXml.text(item, "itemName"))
                  .toList();
          case CEB411 -> List.of();
          case CEB511 -> List.of(CebXml.text(head, "goodsInfo"));
          case CEB621 ->
              CebXml.children(node, "InventoryList").stream()
                  .map(item -> CebXml.text(item, "gname"))
                  .toList();
        };
    for (int i = 0; i < names.size(); i++) {
      Matcher lot = LOT.matcher(names.get(i));
      if (lot.find()) {
        return new Lot(lot.group(1), i + 1);
      }
    }
    return new Lot("", 0);
  }

  /**
   * The message tells its time in whole seconds; one more, and nothing is decided before it was
   * sent.
   */
  private static void say(Group receipt, Sort sort, Element head, Step step, double pace) {
    String number = CebXml.text(head, sort.number);
    receipt.code(
        "guid", OfficeNumbers.uuid(sort + number + CebXml.text(head, "guid") + step.status()));
    switch (sort) {
      case CEB311 ->
          receipt
              .code("ebpCode", CebXml.text(head, "ebpCode"))
              .code("ebcCode", CebXml.text(head, "ebcCode"))
              .code("orderNo", number);
      case CEB411 ->
          receipt.code("payCode", CebXml.text(head, "payCode")).code("payTransactionId", number);
      case CEB511 ->
          receipt
              .code("logisticsCode", CebXml.text(head, "logisticsCode"))
              .code("logisticsNo", number);
      case CEB621 -> {
        receipt
            .code("customsCode", CebXml.text(head, "customsCode"))
            .code("ebpCode", CebXml.text(head, "ebpCode"))
            .code("ebcCode", CebXml.text(head, "ebcCode"))
            .code("agentCode", CebXml.text(head, "agentCode"))
            .code("copNo", number)
            .code("preNo", "B" + OfficeNumbers.digits(number, 17));
        if (step.status() > 100) {
          receipt.code("invtNo", OfficeNumbers.list(head, 'I', number));
        }
      }
    }
    Instant sent = Instant.from(CebWriter.SECONDS.parse(CebXml.text(head, "appTime")));
    Instant at = sent.plusSeconds(1).plusMillis(Math.round(step.after().toMillis() * pace));
    receipt
        .number("returnStatus", step.status())
        .code("returnTime", CebWriter.MILLISECONDS.format(at))
        .text("returnInfo", step.info(), 1000);
  }
}
