package eu.perron.retailimports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.retailimports.Admissions.Admission;
import eu.perron.trade.HsCode;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings orders through Chinese customs as retail import. */
@Component
@Transactional
public class RetailImports {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String SOURCE = "imports";
  private static final List<PaperKind> DOCUMENTS =
      List.of(PaperKind.ORDER, PaperKind.PAYMENT, PaperKind.WAYBILL);

  private final RetailLaw law;
  private final Admissions admissions;
  private final RetailPapers papers;
  private final RetailDrafting drafting;
  private final Orders orders;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RetailImports(
      RetailLaw law,
      Admissions admissions,
      RetailPapers papers,
      RetailDrafting drafting,
      Orders orders,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.law = law;
    this.admissions = admissions;
    this.papers = papers;
    this.drafting = drafting;
    this.orders = orders;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /** By the law of today; the buyer's year is this one in China. */
  public RetailMeasure assess(String orderNumber) {
    Order order = orders.get(orderNumber);
    LocalDate day = day(now());
    Valued valued = Valued.of(order, law, day);
    Buyer buyer = buyerOf(order);
    BigDecimal spent =
        buyer.isIdentified()
            ? admissions.spent(buyer.idNumber(), day.getYear(), orderNumber)
            : BigDecimal.ZERO;
    return new RetailMeasure(
        valued.isListed(),
        buyer.isIdentified(),
        valued.total(),
        valued.total().add(spent),
        valued.isSingleItem(),
        day);
  }

  /**
   * Keeps what the table said. What may enter counts from now on.
   *
   * @param verdict RETAIL, FULL_TAX (if a clerk agrees) or HOLD
   */
  public void admit(String orderNumber, String verdict) {
    admit(orderNumber, verdict, false);
  }

  /**
   * Keeps what a clerk decided about an order that does not enter by itself.
   *
   * @param decision FULL_TAX, CHECK_AGAIN or SEND_BACK
   * @param hsCode of the first line that is on no list; blank leaves it
   * @param idNumber of the buyer; blank leaves it
   * @param telephone of the buyer; blank leaves it
   * @return the decision that stands: full taxes only if the table offered them, else it is looked
   *     at again
   */
  public String decide(
      String orderNumber, String decision, String hsCode, String idNumber, String telephone) {
    Admission before = admission(orderNumber);
    if (decision.equals("FULL_TAX")) {
      if (!before.verdict().equals("FULL_TAX")) {
        return "CHECK_AGAIN";
      }
      admit(orderNumber, "FULL_TAX", true);
    } else if (decision.equals("CHECK_AGAIN")) {
      correct(before, unlisted(orderNumber), null, hsCode, idNumber, telephone);
    }
    return decision;
  }

  /** Order, payment and waybill, as they stand now; sent before, they are sent as a change. */
  public void sendDocuments(String orderNumber) {
    DOCUMENTS.forEach(kind -> send(orderNumber, kind));
  }

  /** The list, once the three are stored. */
  public void declareList(String orderNumber) {
    send(orderNumber, PaperKind.LIST);
    events.publishEvent(Milestone.of(orderNumber, MilestoneCode.IMPORT_DECLARED, now(), SOURCE));
  }

  /**
   * Mends what customs complained of, before the papers are sent again.
   *
   * @param description of the line customs named; blank leaves it
   * @param hsCode of that line; blank leaves it
   * @param idNumber of the buyer; blank leaves it
   * @param telephone of the buyer; blank leaves it
   */
  public void correct(
      String orderNumber, String description, String hsCode, String idNumber, String telephone) {
    int line =
        papers.lock(orderNumber).stream()
            .filter(paper -> paper.state().answer() == PaperState.Answer.RETURNED)
            .mapToInt(Paper::disputedLine)
            .findFirst()
            .orElse(0);
    correct(admission(orderNumber), line, description, hsCode, idNumber, telephone);
  }

  /** A clerk saw the release. */
  public void recordPaperRelease(String orderNumber) {
    Instant now = now();
    Paper before = list(orderNumber);
    Paper after = before.releasedOnPaper(now);
    if (!after.equals(before)) {
      papers.save(after);
      events.publishEvent(
          Milestone.of(orderNumber, MilestoneCode.RELEASED, now, SOURCE)
              .noting("released on paper"));
    }
  }

  @Transactional(readOnly = true)
  public boolean isReleased(String orderNumber) {
    return papers
        .find(orderNumber, PaperKind.LIST)
        .filter(list -> list.state().answer() == PaperState.Answer.RELEASED)
        .isPresent();
  }

  /** The goods do not enter: what they took of the buyer's year is free again. */
  public void giveUp(String orderNumber) {
    admissions.release(orderNumber);
  }

  /**
   * Takes back what still lies in our own post.
   *
   * @return whether customs has something of it, which somebody must undo there
   */
  public boolean withdraw(String orderNumber) {
    boolean withCustoms = false;
    for (Paper paper : papers.lock(orderNumber)) {
      if (!paper.isWithCustoms()) {
        continue;
      }
      if (outbox.withdraw(Partner.CHINA_CUSTOMS, paper.kind().operation(), key(paper))) {
        papers.save(paper.withdrawn(now()));
      } else {
        withCustoms = true;
      }
    }
    admissions.release(orderNumber);
    return withCustoms;
  }

  /** The list of the order, if one was sent. */
  @Transactional(readOnly = true)
  public List<RetailRecord> declarations(String orderNumber) {
    return papers.find(orderNumber, PaperKind.LIST).stream()
        .map(
            list ->
                new RetailRecord(
                    "CEB621",
                    list.number(),
                    list.invtNo(),
                    list.state().name(),
                    list.sentAt(),
                    list.said() == null ? null : list.said().text()))
        .toList();
  }

  /** What the order bears, once it was assessed. */
  @Transactional(readOnly = true)
  public Optional<CompositeTax> tax(String orderNumber) {
    return admissions.find(orderNumber).map(Admission::tax);
  }

  private void admit(String orderNumber, String verdict, boolean inFull) {
    Order order = orders.get(orderNumber);
    Instant now = now();
    LocalDate day = day(now);
    Valued valued = Valued.of(order, law, day);
    Buyer buyer = buyerOf(order);
    admissions.save(
        new Admission(
            orderNumber,
            buyer,
            verdict,
            inFull,
            valued.total(),
            valued.tax(inFull, new BigDecimal(law.of("taxPercent", day)))),
        now);
    if (verdict.equals("RETAIL") || inFull) {
      admissions.count(orderNumber, buyer.idNumber(), day.getYear(), valued.total());
    } else {
      admissions.release(orderNumber);
    }
  }

  private void correct(
      Admission before,
      int position,
      String description,
      String hsCode,
      String idNumber,
      String telephone) {
    Order order = orders.get(before.orderNumber());
    OrderLine line = order.lines().get(Math.min(position, order.lines().size() - 1));
    OrderLine corrected =
        line.described(
            isBlank(description) ? line.description() : description.strip(),
            isBlank(hsCode) ? line.hsCode() : HsCode.parse(hsCode).value());
    if (!corrected.equals(line)) {
      orders.describe(
          order.number(), order.lines().indexOf(line), corrected.description(), corrected.hsCode());
    }
    Buyer buyer =
        new Buyer(
            isBlank(idNumber) ? before.buyer().idNumber() : plain(idNumber),
            isBlank(telephone) ? before.buyer().telephone() : telephone.strip());
    admissions.save(
        new Admission(
            order.number(),
            buyer,
            before.verdict(),
            before.inFull(),
            before.valueYuan(),
            before.tax()),
        now());
  }

  private int unlisted(String orderNumber) {
    List<Valued.Article> articles = Valued.of(orders.get(orderNumber), law, day(now())).articles();
    for (int i = 0; i < articles.size(); i++) {
      if (articles.get(i).listed().isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  private void send(String orderNumber, PaperKind kind) {
    Admission admission = admission(orderNumber);
    int revision =
        papers.lock(orderNumber).stream()
            .filter(paper -> paper.kind() == kind)
            .mapToInt(Paper::revision)
            .findFirst()
            .orElse(0);
    Paper paper =
        Paper.sent(
            orderNumber,
            kind,
            revision + 1,
            number(orderNumber, kind, revision + 1),
            UUID.randomUUID().toString().toUpperCase(Locale.ROOT),
            now());
    papers.save(paper);
    outbox.post(
        new Letter(
            Partner.CHINA_CUSTOMS,
            kind.operation(),
            key(paper),
            orderNumber,
            drafting.letter(orders.get(orderNumber), admission, paper, day(paper.sentAt()))));
  }

  /** Order and parcel keep their numbers when they change; a list that changes is another list. */
  private static String number(String orderNumber, PaperKind kind, int revision) {
    return switch (kind) {
      case ORDER, WAYBILL -> orderNumber;
      case PAYMENT -> "PAY" + orderNumber;
      case LIST -> orderNumber + "-" + revision;
    };
  }

  private static String key(Paper paper) {
    return paper.orderNumber() + "-" + paper.revision();
  }

  /** As a clerk corrected it, else as the seller said. */
  private Buyer buyerOf(Order order) {
    return admissions
        .find(order.number())
        .map(Admission::buyer)
        .orElseGet(
            () -> new Buyer(plain(order.consignee().registration()), order.consignee().phone()));
  }

  private Admission admission(String orderNumber) {
    return admissions
        .find(orderNumber)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Order %s was never assessed for retail import".formatted(orderNumber)));
  }

  private Paper list(String orderNumber) {
    return papers.lock(orderNumber).stream()
        .filter(paper -> paper.kind() == PaperKind.LIST)
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "No retail import list was sent for order " + orderNumber));
  }

  private static String plain(String idNumber) {
    return idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, CHINA);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
