package eu.perron.retailimports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Orders;
import eu.perron.retailimports.Admissions.Admission;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of orders that enter China as retail import, and their release. */
@Component
@Transactional
public class RetailImports {
  private static final String SOURCE = "imports";
  private static final List<PaperKind> DOCUMENTS =
      List.of(PaperKind.ORDER, PaperKind.PAYMENT, PaperKind.WAYBILL);

  private final RetailAdmission admission;
  private final Admissions admissions;
  private final RetailPapers papers;
  private final RetailDrafting drafting;
  private final Orders orders;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RetailImports(
      RetailAdmission admission,
      Admissions admissions,
      RetailPapers papers,
      RetailDrafting drafting,
      Orders orders,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.admission = admission;
    this.admissions = admissions;
    this.papers = papers;
    this.drafting = drafting;
    this.orders = orders;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
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
    admission.correct(admission.of(orderNumber), line, description, hsCode, idNumber, telephone);
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

  private void send(String orderNumber, PaperKind kind) {
    Admission admitted = admission.of(orderNumber);
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
            drafting.letter(
                orders.get(orderNumber), admitted, paper, RetailLaw.day(paper.sentAt()))));
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

  private Paper list(String orderNumber) {
    return papers.lock(orderNumber).stream()
        .filter(paper -> paper.kind() == PaperKind.LIST)
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "No retail import list was sent for order " + orderNumber));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
