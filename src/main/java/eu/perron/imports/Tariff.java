package eu.perron.imports;

import eu.perron.orders.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What imports must learn about values and debts; the flow introduces the room that knows. */
public interface Tariff {
  /** What decides which declaration the order needs on that day. */
  Valuation value(Order order, LocalDate on);

  /** Positions of the order's lines that the declaration shows as one item. */
  Collection<List<Integer>> items(Order order, String declaration, LocalDate on);

  Debt debt(Order order, LocalDate acceptedOn, String declaration, String additionalProcedure);

  /**
   * @param payable what customs collects from the declarant, in euro
   */
  record Debt(BigDecimal duty, BigDecimal vat, BigDecimal payable) {}
}
