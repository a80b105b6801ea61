package eu.perron.duties;

import eu.perron.orders.Order;
import java.time.LocalDate;

/**
 * What goods cost at the doors of a country outside the Union; the flow introduces the room that
 * knows its law.
 */
public interface ForeignImport {
  /** ISO 3166 alpha-2. */
  String country();

  /**
   * Money in the currency of that country.
   *
   * @throws NoLaw if the tables have no answer, or the goods may not enter so
   */
  LandedCost landedCost(Order order, LocalDate acceptedOn);
}
