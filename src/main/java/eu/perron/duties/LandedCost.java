package eu.perron.duties;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an order costs at the door, by the law of the day of acceptance. Money in euro.
 *
 * @param intrinsicValue the goods alone, which decides on the declaration
 * @param customsValue goods, transport and insurance
 * @param vatRate in per cent; of the goods of the highest value where several rates apply, see the items
 * @param payableAtImport duty, fees and VAT that customs collects from the declarant
 * @param payableAtCheckout VAT that the seller takes from the consumer and declares in the one-stop shop
 * @param total goods, transport, insurance, duty, fees and VAT together
 */
public record LandedCost(String declaration, String additionalProcedure, BigDecimal intrinsicValue,
    BigDecimal customsValue, List<Item> items, BigDecimal duty, BigDecimal vatBase, BigDecimal vatRate,
    BigDecimal vat, BigDecimal fees, BigDecimal payableAtImport, BigDecimal payableAtCheckout, BigDecimal total,
    String currency, List<Rule> rules, List<String> warnings) {

  /**
   * What customs counts as one: a tariff classification, not a piece.
   *
   * @param lines positions of the order's lines, from 0
   */
  public record Item(List<Integer> lines, String hsCode, String description, int quantity, BigDecimal value,
      BigDecimal duty, BigDecimal vatBase, BigDecimal vatRate, BigDecimal vat) {}

  public record Rule(String rule, int version, LocalDate validFrom, String source) {}
}
