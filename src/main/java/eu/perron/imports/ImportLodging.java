package eu.perron.imports;

import static eu.perron.imports.Imports.blank;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.trade.Liege;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lodges the import declarations of orders: in advance, when the goods are presented, and again
 * after a refusal.
 */
@Component
@Transactional
public class ImportLodging {
  static final String DECLARATION = "declaration";
  private static final List<String> KINDS = List.of("H7", "H1");

  private final ImportDeclarations declarations;
  private final Orders orders;
  private final Tariff tariff;
  private final Drafting drafting;
  private final Practice practice;
  private final Flights flights;
  private final Presentations presentations;
  private final ImportWithdrawals withdrawals;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ImportLodging(
      ImportDeclarations declarations,
      Orders orders,
      Tariff tariff,
      Drafting drafting,
      Practice practice,
      Flights flights,
      Presentations presentations,
      ImportWithdrawals withdrawals,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.declarations = declarations;
    this.orders = orders;
    this.tariff = tariff;
    this.drafting = drafting;
    this.practice = practice;
    this.flights = flights;
    this.presentations = presentations;
    this.withdrawals = withdrawals;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /** Whether what has departed is declared at once, by the practice of the day. */
  @Transactional(readOnly = true)
  public boolean isDoneInAdvance() {
    return practice.get("declareInAdvance", today()).equals("yes");
  }

  /** Declares goods that are under way; their presentation makes the declaration effective. */
  public void declareInAdvance(String orderNumber, String declaration, String additionalProcedure) {
    Procedure procedure = procedure(orderNumber, declaration, additionalProcedure);
    Optional<ImportDeclaration> former = declarations.lockInForce(orderNumber);
    if (former.isEmpty() || former.get().state().isVoid()) {
      send(orderNumber, next(former), procedure, null);
    }
  }

  /**
   * Declares goods that are presented, once: while customs hold a declaration of the order, nothing
   * more is declared. One that was lodged in advance takes effect; if the goods need another one by
   * now, that is taken back.
   *
   * @param declaration H7 or H1; anything else is an incident, as when no rule fits the order
   * @param additionalProcedure F48, F49, F53, C08; blank or null for none
   */
  public void declare(String orderNumber, String declaration, String additionalProcedure) {
    Procedure procedure = procedure(orderNumber, declaration, additionalProcedure);
    Optional<ImportDeclaration> former = declarations.lockInForce(orderNumber);
    if (former.isEmpty() || former.get().state().isVoid()) {
      send(orderNumber, next(former), procedure, now());
    } else if (former.get().isInAdvance() && !former.get().isOnPaper()) {
      present(former.get(), procedure);
    }
  }

  /**
   * Declares the goods that customs refused once more, under a new LRN, described as the clerk
   * says.
   *
   * @param hsCode blank or null: as it was
   */
  public void declareAgain(String orderNumber, String description, String hsCode) {
    ImportDeclaration refused =
        declarations.lockInForce(orderNumber).orElseThrow(() -> Imports.neverDeclared(orderNumber));
    if (refused.state().isVoid()) {
      describe(orders.get(orderNumber), refused, description, hsCode);
      send(
          orderNumber,
          refused.sequence() + 1,
          new Procedure(refused.kind(), refused.additionalProcedure()),
          refused.isInAdvance() ? null : now());
    }
  }

  private void present(ImportDeclaration former, Procedure needed) {
    if (needed.equals(new Procedure(former.kind(), former.additionalProcedure()))) {
      ImportDeclaration presented = former.presented(now());
      declarations.update(presented);
      presentations.tell(presented);
    } else {
      withdrawals.withdraw(former.orderNumber(), "Presented under another procedure");
      send(former.orderNumber(), former.sequence() + 1, needed, now());
    }
  }

  private record Procedure(String declaration, String additional) {}

  private static Procedure procedure(
      String orderNumber, String declaration, String additionalProcedure) {
    if (declaration == null || !KINDS.contains(declaration)) {
      throw new IllegalArgumentException(
          "Order "
              + orderNumber
              + " cannot be declared as "
              + declaration
              + ", only as one of "
              + KINDS);
    }
    return new Procedure(declaration, blank(additionalProcedure) ? null : additionalProcedure);
  }

  /**
   * @param presentedAt null: in advance
   */
  private void send(String orderNumber, int sequence, Procedure procedure, Instant presentedAt) {
    Instant now = now();
    ImportDeclaration declaration =
        ImportDeclaration.of(
            orderNumber,
            sequence,
            procedure.declaration(),
            procedure.additional(),
            now,
            presentedAt);
    declarations.insert(declaration, flights.consignmentOf(orderNumber).orElse(null));
    outbox.post(
        new Letter(
            Partner.BELGIAN_CUSTOMS,
            DECLARATION,
            declaration.lrn(),
            orderNumber,
            drafting.letter(declaration, orders.get(orderNumber), today())));
    events.publishEvent(
        Milestone.of(orderNumber, MilestoneCode.IMPORT_DECLARED, now, "imports")
            .noting(
                procedure.declaration()
                    + (procedure.additional() == null ? "" : " " + procedure.additional())
                    + ", LRN "
                    + declaration.lrn()
                    + (declaration.isInAdvance() ? ", in advance" : "")));
  }

  /** The goods item that customs found fault with; the first one where customs named none. */
  private void describe(Order order, ImportDeclaration refused, String description, String hsCode) {
    List<List<Integer>> items =
        List.copyOf(
            tariff.items(
                order, refused.kind(), LocalDate.ofInstant(refused.declaredAt(), Liege.TIME)));
    int item =
        refused.refusedItem() == null
            ? 1
            : Math.min(Math.max(refused.refusedItem(), 1), items.size());
    for (int position : items.get(item - 1)) {
      orders.describe(
          order.number(),
          position,
          blank(description) ? order.lines().get(position).description() : description.strip(),
          blank(hsCode) ? order.lines().get(position).hsCode() : hsCode.strip());
    }
  }

  private static int next(Optional<ImportDeclaration> former) {
    return former.map(ImportDeclaration::sequence).orElse(0) + 1;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Liege.TIME));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
