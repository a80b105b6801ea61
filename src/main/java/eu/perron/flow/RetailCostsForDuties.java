package eu.perron.flow;

import eu.perron.duties.Applied;
import eu.perron.duties.Decisions;
import eu.perron.duties.Decisions.Decided;
import eu.perron.duties.ForeignImport;
import eu.perron.duties.LandedCost;
import eu.perron.duties.LandedCost.Due;
import eu.perron.duties.LandedCost.Item;
import eu.perron.duties.NoLaw;
import eu.perron.orders.Incoterm;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.retailimports.NoRow;
import eu.perron.retailimports.RetailCosts;
import eu.perron.retailimports.RetailCosts.Cost;
import eu.perron.retailimports.RetailCosts.Taxed;
import eu.perron.retailimports.RetailMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Introduces the law of Chinese retail import to those who ask what an order costs at the door: the
 * same table and the same rows that the flow goes by.
 */
@Component
class RetailCostsForDuties implements ForeignImport {
  private static final String TABLE = "which-retail-import";
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final RetailCosts costs;
  private final Decisions decisions;

  RetailCostsForDuties(RetailCosts costs, Decisions decisions) {
    this.costs = costs;
    this.decisions = decisions;
  }

  @Override
  public String country() {
    return "CN";
  }

  @Override
  public LandedCost landedCost(Order order, LocalDate day) {
    Order bought = order.withoutCancelledLines();
    try {
      Decided admission = admission(costs.measure(bought, day));
      boolean inFull = admission.get("admission").equals("FULL_TAX");
      Applied applied = new Applied();
      applied.add(admission.rule("declaration"));
      applied.warn(
          "Of the buyer's year only this order is counted: it is held if the year's limit is passed.");
      if (inFull) {
        applied.warn(
            "It is worth more than a purchase may be and cannot be divided: duty and taxes are due"
                + " in full, if the buyer agrees.");
      }
      return landedCost(bought, bought(order), day, costs.cost(bought, day, inFull), applied);
    } catch (NoRow missing) {
      throw new NoLaw("/acceptedOn", "no-law", missing.getMessage());
    }
  }

  private Decided admission(RetailMeasure measure) {
    Decided admission =
        decisions.decide(
            TABLE,
            Map.of(
                "listed", measure.listed(),
                "buyerKnown", measure.buyerKnown(),
                "valueYuan", measure.valueYuan().doubleValue(),
                "yearYuan", measure.yearYuan().doubleValue(),
                "singleItem", measure.singleItem(),
                "acceptanceDate", measure.acceptanceDate().toString()));
    if (admission.isHeld("admission")) {
      throw new NoLaw(
          "/lines",
          "not-admitted",
          "It cannot enter China as retail import: %s (processes/%s.dmn, row %s; %s)."
              .formatted(
                  admission.get("reason"), TABLE, admission.get("rule"), admission.get("source")));
    }
    return admission;
  }

  private static List<Integer> bought(Order order) {
    return IntStream.range(0, order.lines().size())
        .filter(position -> order.lines().get(position).quantity() > 0)
        .boxed()
        .toList();
  }

  /**
   * @param positions of the lines in the order that was asked about
   */
  private static LandedCost landedCost(
      Order order, List<Integer> positions, LocalDate day, Cost cost, Applied applied) {
    cost.applied()
        .forEach(
            row ->
                applied.add(
                    new LandedCost.Rule(
                        row.name(), 1, row.validFrom(), row.source(), row.mark(), row.decides())));
    List<Item> items = cost.lines().stream().map(line -> item(line, positions, order)).toList();
    BigDecimal taxes = cost.tax().total();
    return new LandedCost(
        "CEB621",
        null,
        cost.goods(),
        cost.goods().add(cost.carriage()),
        items,
        cost.tax().duty(),
        cost.tax().consumptionTax(),
        items.stream().map(Item::vatBase).reduce(NOTHING, BigDecimal::add),
        items.stream().max(Comparator.comparing(Item::value)).map(Item::vatRate).orElseThrow(),
        cost.tax().vat(),
        NOTHING,
        taxes,
        NOTHING,
        cost.goods().add(cost.carriage()).add(taxes),
        "CNY",
        day,
        dues(order, cost, applied),
        applied.rules(),
        applied.warnings());
  }

  private static Item item(Taxed taxed, List<Integer> positions, Order order) {
    OrderLine line = order.lines().get(taxed.line());
    return new Item(
        List.of(positions.get(taxed.line())),
        line.hsCode(),
        line.description(),
        line.quantity(),
        taxed.price(),
        taxed.value(),
        taxed.tax().duty(),
        NOTHING,
        taxed.vatBase(),
        taxed.vatPercent(),
        taxed.tax().vat());
  }

  /** The buyer owes them; who lays them out for him follows from the terms of the sale. */
  private static List<Due> dues(Order order, Cost cost, Applied applied) {
    List<String> rules = applied.rules().stream().map(LandedCost.Rule::rule).toList();
    String pays = order.incoterm() == Incoterm.DDP ? "CHECKOUT" : "DOOR";
    List<Due> dues = new ArrayList<>();
    Stream.of(
            Map.entry("DUTY", cost.tax().duty()),
            Map.entry("CONSUMPTION_TAX", cost.tax().consumptionTax()),
            Map.entry("VAT", cost.tax().vat()))
        .filter(tax -> tax.getValue().signum() > 0)
        .forEach(
            tax ->
                dues.add(new Due(tax.getKey(), tax.getValue(), "IMPORT", "IMPORTER", pays, rules)));
    return dues;
  }
}
