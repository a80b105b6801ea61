package eu.perron.duties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How much of a currency one euro buys.
 *
 * @param validFrom the first day of the month for customs, the day itself for the central bank
 */
record Rate(
    String currency,
    int version,
    BigDecimal perEuro,
    LocalDate validFrom,
    LocalDate validTo,
    String source,
    String mark) {
  private static final int CENTS = 2;
  static final Rate EURO =
      new Rate("EUR", 1, BigDecimal.ONE, LocalDate.MIN, LocalDate.MAX, "", "F");

  Rate {
    if (perEuro.signum() <= 0) {
      throw new IllegalArgumentException("per_euro must be more than 0, not " + perEuro);
    }
  }

  /** Half up to the cent (the rounding is unverified). */
  BigDecimal inEuro(BigDecimal amount) {
    return amount.divide(perEuro, CENTS, RoundingMode.HALF_UP);
  }

  boolean isEuro() {
    return currency.equals("EUR");
  }
}
