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
  private final ItemKey itemKey;

  Duties(Law law, DutySettings settings) {
    this.law = law;
    this.itemKey = settings.itemKey();
  }

  /**
   * @param acceptedOn the day customs accepts the declaration, which chooses the law
   * @param declaration H7 or H1
   * @param additionalProcedure F48 one-stop shop, F49 special arrangement, F53 ordinary VAT, C08
   *     gift; may be null
   */
  public LandedCost landedCost(
      Order order, LocalDate acceptedOn, String declaration, String additionalProcedure) {
    return new Reckoning(law, order, acceptedOn, declaration, additionalProcedure)
        .of(itemKey.group(order, declaration));
  }

  /** The goods alone, in euro at the customs rate of that day. */
  public BigDecimal intrinsicValue(Order order, LocalDate on) {
    return law.inEuro(order.goodsValue(), order.currency(), on);
  }

  /** Positions of the lines that are one item of the declaration. */
  public Collection<List<Integer>> items(Order order, String declaration) {
    return itemKey.group(order, declaration);
  }
}
