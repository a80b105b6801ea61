package eu.perron.duties;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The rules and rates of any day, from {@code reference/duties.csv} and {@code
 * reference/exchange-rates.csv}.
 */
@Component
class Law {
  static final String LOW_VALUE_LIMIT = "LOW_VALUE_LIMIT";
  static final String LOW_VALUE_RELIEF = "LOW_VALUE_RELIEF";
  static final String ITEM_DUTY = "ITEM_DUTY";
  static final String GIFT_RELIEF = "GIFT_RELIEF";
  static final String HANDLING_FEE = "HANDLING_FEE";
  static final String VAT = "VAT";
  static final String ORDINARY_DUTY = "ORDINARY_DUTY";
  private static final String EURO = "EUR";
  private static final String UNION = "EU";

  private final ReferenceTable duties;
  private final ReferenceTable rates;

  Law(PerronSettings settings) {
    duties = ReferenceTable.in(settings.processesDir(), "duties.csv", Rule::of);
    rates = ReferenceTable.in(settings.processesDir(), "exchange-rates.csv", Law::perEuro);
  }

  Optional<Rule> rule(String name, LocalDate day) {
    return rule(name, UNION, "", day);
  }

  /** The most special rule for the goods: the longest prefix of their code, then the youngest. */
  Optional<Rule> rule(String name, String country, String hsCode, LocalDate day) {
    return duties.inForce(day).stream()
        .filter(row -> row.get("rule").equals(name) && row.get("country").equals(country))
        .filter(row -> hsCode.startsWith(row.get("subject")))
        .max(
            Comparator.comparing((Row row) -> row.get("subject").length())
                .thenComparing(Row::validFrom))
        .map(Rule::of);
  }

  /**
   * At the customs rate of the month, half up to the cent (UCC-IA Art. 146; the rounding is
   * unverified).
   */
  BigDecimal inEuro(BigDecimal amount, String currency, LocalDate day) {
    return currency.equals(EURO)
        ? amount.setScale(2, RoundingMode.HALF_UP)
        : amount.divide(perEuro(currency, day), 2, RoundingMode.HALF_UP);
  }

  private BigDecimal perEuro(String currency, LocalDate day) {
    return rates.inForce(day).stream()
        .filter(row -> row.get("currency").equals(currency))
        .max(Comparator.comparing(Row::validFrom))
        .map(Law::perEuro)
        .orElseThrow(() -> new NoExchangeRate(currency, day));
  }

  private static BigDecimal perEuro(Row row) {
    BigDecimal rate = new BigDecimal(row.get("per_euro"));
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("per_euro must be more than 0, not " + rate);
    }
    return rate;
  }

  /**
   * @param amount in the rule's unit: euro, euro per item or per cent
   */
  record Rule(
      String name,
      String subject,
      int version,
      BigDecimal amount,
      LocalDate validFrom,
      String source,
      boolean unverified) {
    static Rule of(Row row) {
      return new Rule(
          row.get("rule"),
          row.get("subject"),
          Integer.parseInt(row.get("version")),
          new BigDecimal(row.get("amount")),
          row.validFrom(),
          row.get("source"),
          row.isUnverified());
    }

    BigDecimal percentOf(BigDecimal base) {
      return base.multiply(amount).movePointLeft(2);
    }
  }
}
