package eu.perron.duties;

import eu.perron.orders.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is owed for an order, by the law of any day. */
@Component
public class Duties {
  private final Law law;
  private final Rates rates;
  private final Decisions decisions;

  Duties(Law law, Rates rates, Decisions decisions) {
    this.law = law;
    this.rates = rates;
    this.decisions = decisions;
  }

  /**
   * What decides which declaration an order needs.
   *
   * @param intrinsicValue the goods alone, in euro at the customs rate of the day
   */
  public record Goods(BigDecimal intrinsicValue, boolean excise, boolean restricted) {}

  public Goods goods(Order order, LocalDate on) {
    return new Goods(
        rates.customs(order.currency(), on).inEuro(order.goodsValue()),
        law.hasExciseGoods(order, on),
        law.hasRestrictedGoods(order, on));
  }

  /**
   * Under the declaration that {@code which-declaration.dmn} chooses on that day.
   *
   * @throws NoLaw if the tables have no answer
   */
  public LandedCost landedCost(Order order, LocalDate acceptedOn) {
    Circumstances circumstances = circumstances(order, acceptedOn);
    Decisions.Decided declaration = circumstances.declaration();
    return new Reckoning(
            circumstances, declaration.get("declaration"), declaration.get("additionalProcedure"))
        .landedCost();
  }

  /**
   * Under the declaration that was made.
   *
   * @param acceptedOn the day customs accepts the declaration, which chooses the law
   * @param declaration H7 or H1
   * @param additionalProcedure F48 one-stop shop, F49 special arrangement, F53 ordinary VAT, C08
   *     gift; may be null
   * @throws NoLaw if the tables have no answer
   */
  public LandedCost landedCost(
      Order order, LocalDate acceptedOn, String declaration, String additionalProcedure) {
    String procedure = additionalProcedure == null ? "" : additionalProcedure;
    Circumstances circumstances = circumstances(order, acceptedOn);
    circumstances.declared(declaration, procedure);
    return new Reckoning(circumstances, declaration, procedure).landedCost();
  }

  /** Positions of the lines that are one item of the declaration. */
  public Collection<List<Integer>> items(Order order, String declaration, LocalDate on) {
    String union = order.consignee().country();
    return ItemKey.valueOf(law.practice("itemKey", union, on).value()).group(order, declaration);
  }

  private Circumstances circumstances(Order order, LocalDate day) {
    return new Circumstances(law, rates, decisions, order, day, goods(order, day));
  }
}
