package eu.perron.duties;

import eu.perron.duties.Decisions.Decided;
import eu.perron.orders.Order;
import eu.perron.orders.VatScheme;
import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.IossNumber;
import eu.perron.trade.Liege;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** An order on a day: what the decision tables are asked about it, and what they answered. */
final class Circumstances {
  private static final String ONE_STOP_SHOP = "F48";

  final Law law;
  final Rates rates;
  final Order order;
  final LocalDate day;
  final BigDecimal intrinsicValue;
  final Applied applied = new Applied();
  private final Decisions decisions;
  private final Duties.Goods goods;

  Circumstances(
      Law law, Rates rates, Decisions decisions, Order order, LocalDate day, Duties.Goods goods) {
    this.law = law;
    this.rates = rates;
    this.decisions = decisions;
    this.order = order;
    this.day = day;
    this.goods = goods;
    this.intrinsicValue = goods.intrinsicValue();
  }

  Decided declaration() {
    Decided chosen = declarationOf(intrinsicValue);
    if (chosen.isHeld("declaration")) {
      throw held(chosen);
    }
    applied.add(chosen.rule("declaration"));
    return chosen;
  }

  /** What was declared is what it is, also where the table would have chosen otherwise. */
  void declared(String declaration, String procedure) {
    Decided chosen = declarationOf(intrinsicValue);
    if (chosen.get("declaration").equals(declaration)
        && chosen.get("additionalProcedure").equals(procedure)) {
      applied.add(chosen.rule("declaration"));
    } else {
      applied.warn(
          "It was declared as %s; processes/which-declaration.dmn would choose %s for %s.",
          (declaration + " " + procedure).strip(),
          (chosen.get("declaration") + " " + chosen.get("additionalProcedure")).strip(),
          day);
    }
  }

  private Decided declarationOf(BigDecimal value) {
    Map<String, Object> facts = facts(value);
    facts.put("restrictedGoods", goods.restricted());
    facts.put("vatScheme", order.vatScheme().name());
    return decisions.decide("which-declaration", facts);
  }

  Decided duty() {
    Decided regime = decisions.decide("which-duty", facts(intrinsicValue));
    if (regime.isHeld("duty")) {
      throw held(regime);
    }
    applied.add(regime.rule("duty"));
    return regime;
  }

  /**
   * @param charge DUTY, VAT or FEE
   */
  Decided payer(String charge, String additionalProcedure) {
    Decided payer =
        decisions.decide(
            "who-pays",
            Map.of(
                "charge",
                charge,
                "additionalProcedure",
                additionalProcedure,
                "incoterm",
                order.incoterm().name()));
    if (payer.isHeld("place")) {
      throw held(payer);
    }
    return payer;
  }

  private Map<String, Object> facts(BigDecimal value) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("exciseGoods", goods.excise());
    facts.put("intrinsicValue", value.doubleValue());
    facts.put("saleKind", order.saleKind().name());
    facts.put("acceptanceDate", day.toString());
    return facts;
  }

  private NoLaw held(Decided held) {
    return new NoLaw(
        "/acceptedOn",
        "no-law",
        "processes/%s.dmn decides nothing on %s (row %s: %s). Ask for a day that the table knows, or have its owner add the row."
            .formatted(held.table(), day, held.get("rule"), held.get("source")));
  }

  /**
   * The central bank's rate of the day the payment was accepted, by which the one-stop shop
   * reckons; customs' rate where none is known.
   */
  Rate atCheckout(Rate ofCustoms) {
    Instant paid = order.placedAt();
    LocalDate checkout = paid == null ? day : LocalDate.ofInstant(paid, Liege.TIME);
    return rates
        .centralBank(order.currency(), checkout)
        .orElseGet(
            () -> {
              applied.warn(
                  "No rate of the European Central Bank is known for %s on %s: the checkout is"
                      + " reckoned at customs' rate. Import eurofxref under /operations/rates.",
                  order.currency(), checkout);
              return ofCustoms;
            });
  }

  /** What a seller should know who took, or took not, the VAT at checkout. */
  void compareWithCheckout(String declaration, String procedure, Rate checkout) {
    if (order.vatScheme() != VatScheme.IOSS) {
      return;
    }
    if (!isIoss(procedure)) {
      applied.warn(
          "These goods cannot go through the one-stop shop (%s %s): VAT is collected at import. VAT"
              + " taken at checkout must be given back to the consumer and left out of the IOSS"
              + " return.",
          declaration, procedure.isEmpty() ? "without procedure" : procedure);
    }
    try {
      IossNumber.parse(order.iossNumber());
    } catch (InvalidIdentifier invalid) {
      applied.warn("The IOSS number will be refused: %s", invalid.getMessage());
    }
    if (checkout.isEuro()) {
      return;
    }
    BigDecimal then = checkout.inEuro(order.goodsValue());
    Decided other = declarationOf(then);
    if (!other.get("additionalProcedure").equals(procedure)) {
      applied.warn(
          "At checkout, at the central bank's rate of %s, the goods are worth %s EUR (%s %s); at"
              + " customs' rate %s EUR (%s %s). Show the price in EUR on the invoice: customs then"
              + " accepts it.",
          checkout.validFrom(),
          then,
          other.get("declaration"),
          other.get("additionalProcedure"),
          intrinsicValue,
          declaration,
          procedure);
    }
  }

  static boolean isIoss(String procedure) {
    return ONE_STOP_SHOP.equals(procedure);
  }
}
