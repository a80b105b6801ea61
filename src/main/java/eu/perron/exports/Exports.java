package eu.perron.exports;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Declares orders for export from China. */
@Component
@Transactional
public class Exports {
  static final String EXPORT_LIST = "export-list";
  private static final String SOURCE = "exports";

  private final ExportDeclarations declarations;
  private final ExportListing listing;
  private final Documents documents;
  private final WaybillLists waybillLists;
  private final Summaries summaries;
  private final Orders orders;
  private final Outbox outbox;
  private final JdbcAggregateTemplate aggregates;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Exports(
      ExportDeclarations declarations,
      ExportListing listing,
      Documents documents,
      WaybillLists waybillLists,
      Summaries summaries,
      Orders orders,
      Outbox outbox,
      JdbcAggregateTemplate aggregates,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.listing = listing;
    this.documents = documents;
    this.waybillLists = waybillLists;
    this.summaries = summaries;
    this.orders = orders;
    this.outbox = outbox;
    this.aggregates = aggregates;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Draws up order, receipt and waybill, and sends those that customs do not have so. They are
   * compared with each other and with the list first.
   *
   * @param correction what a clerk found better; blanks and nulls leave everything as it is
   */
  public DocumentsDrawn drawDocuments(String orderNumber, Correction correction) {
    correct(orderNumber, correction);
    return documents.draw(orders.get(orderNumber), now());
  }

  private void correct(String orderNumber, Correction correction) {
    if (correction.grossWeightKg() != null) {
      orders.weigh(orderNumber, correction.grossWeightKg());
    }
    if (correction.describesNothing()) {
      return;
    }
    Optional<ExportDeclaration> returned =
        declarations.lockCurrent(orderNumber).filter(ExportDeclaration::isReturned);
    String complaint =
        returned
            .map(ExportDeclaration::reason)
            .or(() -> documents.complaint(orderNumber))
            .orElse(null);
    Order order = orders.get(orderNumber);
    int position = Math.min(ExportDeclaration.disputedLine(complaint), order.lines().size() - 1);
    OrderLine line = order.lines().get(position);
    OrderLine corrected = correction.of(line);
    if (!corrected.equals(line)) {
      orders.describe(orderNumber, position, corrected.description(), corrected.hsCode());
      returned.ifPresent(
          list -> aggregates.update(list.corrected(changes(position + 1, line, corrected))));
    }
  }

  /**
   * The first list; or after customs gave one back, another as a change. A list that customs have
   * stays as it is.
   */
  public void declare(String orderNumber) {
    Optional<ExportDeclaration> before = declarations.lockCurrent(orderNumber);
    if (before.isEmpty()) {
      lodge(orders.get(orderNumber), 1, null);
    } else if (before.get().isReturned()) {
      aggregates.update(before.get().replaced());
      lodge(orders.get(orderNumber), before.get().revision() + 1, before.get().correction());
    }
  }

  /** A clerk saw the release on paper. */
  public void recordPaperRelease(String orderNumber) {
    Instant now = now();
    ExportDeclaration before = current(orderNumber);
    ExportDeclaration after = before.releasedOnPaper(now);
    if (!after.equals(before)) {
      aggregates.update(after);
      events.publishEvent(
          Milestone.of(orderNumber, MilestoneCode.EXPORT_CLEARED, now, SOURCE)
              .noting("released on paper"));
    }
  }

  /** Whether customs know of the order, or soon will. */
  @Transactional(readOnly = true)
  public boolean isDeclared(String orderNumber) {
    return declarations
        .findByOrderNumberAndSupersededFalse(orderNumber)
        .filter(ExportDeclaration::isWithCustoms)
        .isPresent();
  }

  /**
   * @return whether nothing of it is with customs; false: it was sent, and somebody must undo it
   *     there
   */
  public boolean withdraw(String orderNumber) {
    documents.withdraw(orders.get(orderNumber), now());
    Optional<ExportDeclaration> declared = declarations.lockCurrent(orderNumber);
    if (declared.isEmpty() || !declared.get().isWithCustoms()) {
      return true;
    }
    boolean ours = outbox.withdraw(Partner.CHINA_CUSTOMS, EXPORT_LIST, declared.get().copNo());
    if (ours) {
      aggregates.update(declared.get().withdrawn());
    }
    return ours;
  }

  /**
   * Tells customs which orders fly under a master air waybill; the same told twice is told once,
   * unless they gave it back.
   */
  public void fileWaybillList(FlightOfOrders flight, BigDecimal grossWeightKg) {
    waybillLists.file(flight, grossWeightKg, now());
  }

  /**
   * Tells customs that a flight departed; the same told twice is told once, unless they gave it
   * back.
   *
   * @param leftAt empty: we only know that it did, so this moment is told
   */
  public void fileDeparture(FlightOfOrders flight, Optional<Instant> leftAt) {
    waybillLists.departed(flight, leftAt.orElseGet(this::now), now());
  }

  /**
   * Takes up the month before this one, if its day has come and lists wait to be summarised.
   *
   * @return the month, such as {@code 2026-11}, once; empty: nothing is due, or somebody has it
   */
  public Optional<String> takeUpMonth() {
    return summaries.takeUp(now());
  }

  /**
   * Applies for one summary for each consignor of what was released up to the month's end and
   * stands in none.
   */
  public void summarise(String month) {
    summaries.apply(month, now());
  }

  /** Applies again, as a change, for the summaries of the month that customs gave back. */
  public void summariseAgain(String month) {
    summaries.applyAgain(month, now());
  }

  /** What was applied for with the month, as it stands now; empty if that is no such month. */
  @Transactional(readOnly = true)
  public List<SummaryOnRecord> summaries(String month) {
    return summaries.onRecord(month);
  }

  /** What was declared for the order, oldest first; and a document that customs gave back. */
  @Transactional(readOnly = true)
  public List<DeclarationOnRecord> declarations(String orderNumber) {
    return Stream.concat(
            documents.returned(orderNumber),
            declarations.findByOrderNumberOrderByRevision(orderNumber).stream()
                .map(
                    declaration ->
                        new DeclarationOnRecord(
                            "CEB603",
                            declaration.copNo(),
                            declaration.invtNo(),
                            declaration.state().name(),
                            declaration.declaredAt(),
                            declaration.reason())))
        .toList();
  }

  private void lodge(Order order, int revision, String note) {
    Instant now = now();
    ExportDeclaration declaration =
        ExportDeclaration.lodged(
            order.number(),
            revision,
            UUID.randomUUID().toString().toUpperCase(Locale.ROOT),
            listing.statisticsFlag(order, now),
            now);
    aggregates.insert(declaration);
    outbox.post(
        new Letter(
            Partner.CHINA_CUSTOMS,
            EXPORT_LIST,
            declaration.copNo(),
            order.number(),
            listing.of(order, declaration, note)));
    events.publishEvent(
        Milestone.of(
            order.number(), MilestoneCode.EXPORT_DECLARED, declaration.declaredAt(), SOURCE));
  }

  private ExportDeclaration current(String orderNumber) {
    return declarations
        .lockCurrent(orderNumber)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Order %s was never declared for export".formatted(orderNumber)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** For the officer who returned the list: what is different now. */
  private static String changes(int item, OrderLine before, OrderLine after) {
    StringBuilder changed = new StringBuilder();
    if (!before.description().equals(after.description())) {
      changed.append("gname ").append(item).append(' ');
    }
    if (!before.hsCode().equals(after.hsCode())) {
      changed.append("gcode ").append(item);
    }
    return changed.isEmpty() ? null : "Changed: " + changed.toString().strip();
  }
}
