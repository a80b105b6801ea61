package eu.perron.unionexports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.trade.BelgianEnterpriseNumber;
import eu.perron.trade.Eori;
import eu.perron.trade.HsCode;
import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.Liege;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Declares orders for export from the Union, and sees them out. */
@Component
@Transactional
public class UnionExports {
  static final String DECLARATION = "export-declaration";
  static final String ARRIVAL_AT_EXIT = "arrival-at-exit";
  static final String EXIT_NOTIFICATION = "exit-notification";
  private static final String SOURCE = "exports";

  /** So many orders in one question to the database. */
  private static final int AT_ONCE = 1000;

  private final UnionExportDeclarations declarations;
  private final ExportDrafting drafting;
  private final UnionExportPractice practice;
  private final Orders orders;
  private final Outbox outbox;
  private final JdbcAggregateTemplate aggregates;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  UnionExports(
      UnionExportDeclarations declarations,
      ExportDrafting drafting,
      UnionExportPractice practice,
      Orders orders,
      Outbox outbox,
      JdbcAggregateTemplate aggregates,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.drafting = drafting;
    this.practice = practice;
    this.orders = orders;
    this.outbox = outbox;
    this.aggregates = aggregates;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public ExportMeasure measure(String orderNumber) {
    Order order = orders.get(orderNumber);
    LocalDate day = day(now());
    return new ExportMeasure(
        practice.inEuro(order.goodsValue(), order.currency(), day),
        order.grossWeightKg(),
        order.lines().stream().anyMatch(line -> practice.isRestricted(line.hsCode(), day)),
        day);
  }

  /**
   * An order that is declared already stays as it is.
   *
   * @param kind STANDARD or SIMPLIFIED
   */
  public void declare(String orderNumber, String kind) {
    if (declarations.lockCurrent(orderNumber).isEmpty()) {
      Order order = orders.get(orderNumber);
      lodge(order, 1, kind, eoriOf(order));
    }
  }

  /**
   * Declares once more under a new reference, after customs refused.
   *
   * @param description of the line customs complained of; blank leaves it
   * @param hsCode of that line; blank leaves it
   * @param exporterEori blank leaves the one we know
   */
  public void declareAgain(
      String orderNumber, String description, String hsCode, String exporterEori) {
    UnionExportDeclaration refused = current(orderNumber);
    Order order = orders.get(orderNumber);
    int position = Math.min(refused.disputedLine(), order.lines().size() - 1);
    OrderLine line = order.lines().get(position);
    OrderLine corrected =
        line.described(
            isBlank(description) ? line.description() : description.strip(),
            isBlank(hsCode) ? line.hsCode() : HsCode.parse(hsCode).value());
    if (!corrected.equals(line)) {
      orders.describe(orderNumber, position, corrected.description(), corrected.hsCode());
    }
    aggregates.update(refused.replaced());
    lodge(
        orders.get(orderNumber),
        refused.revision() + 1,
        refused.kind(),
        isBlank(exporterEori)
            ? refused.exporterEori() == null ? null : refused.exporterEori().text()
            : Eori.parse(exporterEori).value());
  }

  /** A clerk showed documents or goods. */
  public void recordControl(String orderNumber, String note) {
    events.publishEvent(
        Milestone.of(orderNumber, MilestoneCode.INSPECTION, now(), SOURCE).noting(note));
  }

  /** A clerk saw the release. */
  public void recordPaperRelease(String orderNumber) {
    Instant now = now();
    UnionExportDeclaration before = current(orderNumber);
    UnionExportDeclaration after = before.releasedOnPaper(now);
    if (!after.equals(before)) {
      aggregates.update(after);
      events.publishEvent(
          Milestone.of(orderNumber, MilestoneCode.EXPORT_CLEARED, now, SOURCE)
              .noting("released on paper"));
    }
  }

  /**
   * Announces at the office of exit that the goods are there. What was released on paper and has no
   * MRN is announced on paper, too: nothing is sent.
   */
  public void arriveAtExit(String orderNumber) {
    UnionExportDeclaration released = current(orderNumber);
    if (released.arrivedAt() != null || released.mrn() == null) {
      return;
    }
    Instant now = now();
    LocalDate day = day(now);
    aggregates.update(released.arrived(now));
    outbox.post(
        new Letter(
            Partner.BELGIAN_CUSTOMS,
            ARRIVAL_AT_EXIT,
            released.lrn(),
            orderNumber,
            new ArrivalLetter(
                released.mrn(),
                orderNumber,
                practice.of("exitOffice", day),
                practice.of("locationOfGoods", day),
                practice.of("declarant", day),
                now)));
  }

  /** The flight that carries these orders left the Union; told twice is told once. */
  public void notifyExit(Departure departure, Collection<String> orderNumbers) {
    List<String> numbers = List.copyOf(orderNumbers);
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      List<String> some = numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE));
      declarations.lockNotLeft(some).stream()
          .filter(leaving -> leaving.mrn() != null && leaving.isReleased())
          .forEach(leaving -> notifyExit(departure, leaving));
    }
  }

  private void notifyExit(Departure departure, UnionExportDeclaration leaving) {
    Instant now = now();
    LocalDate day = day(now);
    aggregates.update(leaving.left(now));
    outbox.post(
        new Letter(
            Partner.BELGIAN_CUSTOMS,
            EXIT_NOTIFICATION,
            leaving.lrn(),
            leaving.orderNumber(),
            new ExitLetter(
                leaving.mrn(),
                leaving.orderNumber(),
                practice.of("exitOffice", day),
                practice.of("declarant", day),
                departure.masterWaybill(),
                departure.flight(),
                now)));
  }

  /**
   * @return whether nothing of it is with customs; false: it was sent, and somebody must undo it
   *     there
   */
  public boolean withdraw(String orderNumber) {
    Optional<UnionExportDeclaration> declared = declarations.lockCurrent(orderNumber);
    if (declared.isEmpty() || !declared.get().isWithCustoms()) {
      return true;
    }
    boolean ours = outbox.withdraw(Partner.BELGIAN_CUSTOMS, DECLARATION, declared.get().lrn());
    if (ours) {
      aggregates.update(declared.get().withdrawn(now()));
    }
    return ours;
  }

  /** What was declared for the order, oldest first. */
  @Transactional(readOnly = true)
  public List<UnionExportRecord> declarations(String orderNumber) {
    return declarations.findByOrderNumberOrderByRevision(orderNumber).stream()
        .map(
            declaration ->
                new UnionExportRecord(
                    "AES " + declaration.kind(),
                    declaration.lrn(),
                    declaration.mrn(),
                    declaration.state(),
                    declaration.declaredAt(),
                    declaration.said() == null ? null : declaration.said().text()))
        .toList();
  }

  private void lodge(Order order, int revision, String kind, String eori) {
    UnionExportDeclaration declaration =
        UnionExportDeclaration.lodged(order.number(), revision, kind, eori, now());
    aggregates.insert(declaration);
    outbox.post(
        new Letter(
            Partner.BELGIAN_CUSTOMS,
            DECLARATION,
            declaration.lrn(),
            order.number(),
            drafting.letter(order, declaration)));
    events.publishEvent(
        Milestone.of(
            order.number(), MilestoneCode.EXPORT_DECLARED, declaration.declaredAt(), SOURCE));
  }

  private UnionExportDeclaration current(String orderNumber) {
    return declarations
        .lockCurrent(orderNumber)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Order %s was never declared for export from the Union"
                        .formatted(orderNumber)));
  }

  /** An exporter's EORI number in Belgium is its enterprise number with BE in front. */
  private static String eoriOf(Order order) {
    String given = order.consignor().registration();
    if (isBlank(given)) {
      return null;
    }
    try {
      return Eori.of(BelgianEnterpriseNumber.parse(given)).value();
    } catch (InvalidIdentifier noEnterprise) {
      try {
        return Eori.parse(given).value();
      } catch (InvalidIdentifier noEori) {
        return null;
      }
    }
  }

  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Liege.TIME);
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
