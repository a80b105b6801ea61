package eu.perron.duties;

import java.time.LocalDate;

/**
 * Customs publishes no rate for the currency, or nobody has entered it in {@code
 * reference/exchange-rates.csv}.
 */
public class NoExchangeRate extends RuntimeException {
  NoExchangeRate(String currency, LocalDate day) {
    super("reference/exchange-rates.csv has no rate for " + currency + " on " + day);
  }
}
