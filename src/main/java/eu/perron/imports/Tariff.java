package eu.perron.imports;

import eu.perron.orders.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What imports must learn about values and debts; the flow introduces the room that knows. */
public interface Tariff {
  /** What decides which declaration the order needs on that day. */
  Valuation value(Order order, LocalDate on);

  /**
   * Which declaration goods like these need on that day, H7 or H1; empty: the law's tables do not
   * say.
   */
  Optional<String> declaration(Order order, LocalDate on);

  /** Positions of the order's lines that the declaration shows as one item. */
  Collection<List<Integer>> items(Order order, String declaration, LocalDate on);

  /**
   * Reckons what is owed for a declaration, and enters it into the ledger in the same transaction;
   * again if the day of acceptance or the goods turn out to be others.
   */
  Debt owe(Accepted accepted);

  /** The declaration was undone: nothing is owed for it any more. */
  void undo(String lrn);

  /**
   * A declaration that customs accepted.
   *
   * @param order with the goods that customs found them to be
   * @param mrn null: on paper, and the office gave none
   */
  record Accepted(
      Order order,
      String lrn,
      String mrn,
      String declaration,
      String additionalProcedure,
      LocalDate on) {}

  /**
   * @param payable what customs collects from the declarant, in euro
   */
  record Debt(BigDecimal duty, BigDecimal vat, BigDecimal payable) {}
}
