package eu.perron.imports;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.imports.Amendment.State;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.trade.HsCode;
import eu.perron.trade.InvalidIdentifier;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks customs to change what we declared. Possible from acceptance until customs says that it will
 * examine the goods, has found fault with the particulars, or released them (UCC Art. 173(2)).
 */
@Component
@Transactional
public class Amendments {
  static final String OPERATION = "amendment";
  private static final Set<DeclarationState> OPEN =
      Set.of(DeclarationState.ACCEPTED, DeclarationState.DOCUMENTS_REQUESTED);
  private static final int LONGEST_REASON = 500;
  private static final BigDecimal MOST = new BigDecimal("999999999999.99");

  private final ImportDeclarations declarations;
  private final AmendmentsKept kept;
  private final Corrections corrections;
  private final Tariff tariff;
  private final Orders orders;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  Amendments(
      ImportDeclarations declarations,
      AmendmentsKept kept,
      Corrections corrections,
      Tariff tariff,
      Orders orders,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.declarations = declarations;
    this.kept = kept;
    this.corrections = corrections;
    this.tariff = tariff;
    this.orders = orders;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Amendment> of(String orderNumber) {
    return kept.ofOrder(orderNumber);
  }

  @Transactional(readOnly = true)
  public boolean mayBeAsked(String orderNumber) {
    return declarations
        .inForce(orderNumber)
        .filter(declaration -> refusal(declaration).isEmpty())
        .isPresent();
  }

  /**
   * @param item number of the goods item, from 1
   * @param hsCode blank: as declared
   * @param price of all its pieces, in the order's currency; null: as declared
   * @throws UnacceptableAmendment saying why and what would do
   */
  public void ask(
      String orderNumber, int item, String hsCode, BigDecimal price, String reason, String who) {
    ImportDeclaration declaration =
        declarations
            .lockInForce(orderNumber)
            .orElseThrow(() -> new UnacceptableAmendment("The order was not declared for import."));
    refusal(declaration)
        .ifPresent(
            why -> {
              throw new UnacceptableAmendment(why);
            });
    Order order = orders.get(orderNumber);
    int items = corrections.items(order, declaration).size();
    if (item < 1 || item > items) {
      throw new UnacceptableAmendment(
          "The declaration has %d goods items; %d is none of them.".formatted(items, item));
    }
    String code = code(hsCode);
    if (code == null && price == null) {
      throw new UnacceptableAmendment("Say what changes: the commodity code, the price, or both.");
    }
    if (price != null && (price.signum() <= 0 || price.scale() > 2 || price.compareTo(MOST) > 0)) {
      throw new UnacceptableAmendment(
          "A price is above 0, with two decimals at most; %s is not."
              .formatted(price.toPlainString()));
    }
    needsAnother(declaration, corrections.appliedWith(order, declaration, item, code, price))
        .ifPresent(
            other -> {
              throw new UnacceptableAmendment(
                  "With that the goods need an %s: no %s becomes one by an amendment. Have it invalidated, and declare them anew."
                      .formatted(other, declaration.kind()));
            });
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new UnacceptableAmendment(
          "Customs wants to know why, in at most %d letters.".formatted(LONGEST_REASON));
    }
    post(declaration, order, item, code, price, reason.strip(), who);
  }

  /** An H7 is for some goods only: {@code which-declaration.dmn} says for which. */
  private Optional<String> needsAnother(ImportDeclaration declaration, Order amended) {
    return declaration.kind().equals("H7")
        ? tariff
            .declaration(
                amended,
                Drafting.dayOf(
                    Objects.requireNonNullElse(declaration.acceptedAt(), declaration.declaredAt())))
            .filter(needed -> !needed.equals(declaration.kind()))
        : Optional.empty();
  }

  private void post(
      ImportDeclaration declaration,
      Order order,
      int item,
      String hsCode,
      BigDecimal price,
      String reason,
      String who) {
    Amendment asked =
        new Amendment(
            declaration.lrn(),
            kept.of(declaration.lrn()).size() + 1,
            item,
            hsCode,
            price,
            reason,
            State.ASKED,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            who,
            null,
            null);
    kept.insert(asked, order.number());
    outbox.post(
        new Letter(
            Partner.BELGIAN_CUSTOMS,
            OPERATION,
            asked.key(),
            order.number(),
            new AmendmentLetter(
                asked.key(),
                declaration.lrn(),
                declaration.mrn(),
                declaration.kind(),
                item,
                hsCode,
                price,
                order.currency(),
                reason,
                asked.askedAt())));
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("item", item);
    after.put("hsCode", hsCode);
    after.put("price", price == null ? null : price.toPlainString());
    audit.record(
        Entry.of(Act.CORRECTED).by(who).about(order.number()).on(asked.key()).after(after));
  }

  private Optional<String> refusal(ImportDeclaration declaration) {
    if (declaration.isOnPaper()) {
      return Optional.of("It is lodged on paper: have it amended at the office.");
    }
    if (!OPEN.contains(declaration.state())) {
      return Optional.of(
          "A declaration can be amended once it is accepted, and until customs examines or decides; this one is %s."
              .formatted(declaration.state()));
    }
    return kept.of(declaration.lrn()).stream().anyMatch(one -> one.state() == State.ASKED)
        ? Optional.of("Customs has not yet decided on the amendment that was asked for.")
        : Optional.empty();
  }

  private static String code(String hsCode) {
    if (hsCode == null || hsCode.isBlank()) {
      return null;
    }
    try {
      return HsCode.parse(hsCode).value();
    } catch (InvalidIdentifier invalid) {
      throw new UnacceptableAmendment(invalid.reason());
    }
  }
}
