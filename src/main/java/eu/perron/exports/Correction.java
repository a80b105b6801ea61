package eu.perron.exports;

import eu.perron.orders.OrderLine;
import eu.perron.trade.HsCode;
import java.math.BigDecimal;

/**
 * What a clerk found better than what was drawn up; null leaves it.
 *
 * @param description of the line customs complained of; the first if they named none
 * @param hsCode of that line
 * @param grossWeightKg of all parcels together, as weighed
 */
public record Correction(String description, String hsCode, BigDecimal grossWeightKg) {
  boolean describesNothing() {
    return blank(description) && blank(hsCode);
  }

  OrderLine of(OrderLine line) {
    return line.described(
        blank(description) ? line.description() : description.strip(),
        blank(hsCode) ? line.hsCode() : HsCode.parse(hsCode).value());
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }
}
