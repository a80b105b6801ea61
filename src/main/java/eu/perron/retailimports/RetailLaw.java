package eu.perron.retailimports;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dated rows behind retail import: which goods, what they bear, rates of exchange, codes. */
@Component
class RetailLaw {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String GOODS = "china-retail-goods.csv";
  private static final String PRACTICE = "china-retail-practice.csv";
  private static final String RATES = "china-exchange-rates.csv";

  private final ReferenceTable goods;
  private final ReferenceTable practice;
  private final ReferenceTable rates;

  RetailLaw(PerronSettings settings) {
    this.goods = ReferenceTable.in(settings.processesDir(), GOODS, Listed::of);
    this.practice = ReferenceTable.in(settings.processesDir(), PRACTICE);
    this.rates =
        ReferenceTable.in(
            settings.processesDir(), RATES, row -> new BigDecimal(row.get("yuan_per_unit")));
  }

  /** The day by which the law counts. */
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, CHINA);
  }

  /**
   * A row of the list of goods.
   *
   * @param row as its owner wrote it
   * @param consumptionFrom yuan per gram of net weight from which consumption tax is due; null:
   *     always
   * @param byWeight counted in kilograms, not in pieces
   */
  record Listed(
      Row row,
      String prefix,
      BigDecimal duty,
      BigDecimal vat,
      BigDecimal consumption,
      BigDecimal consumptionFrom,
      boolean byWeight) {
    static Listed of(Row row) {
      String from = row.get("consumption_from");
      return new Listed(
          row,
          row.get("hs_prefix"),
          new BigDecimal(row.get("duty_percent")),
          new BigDecimal(row.get("vat_percent")),
          new BigDecimal(row.get("consumption_percent")),
          from.isEmpty() ? null : new BigDecimal(from),
          row.get("legal_unit").equals("KG"));
    }

    /**
     * @param value of the article in yuan, transport included
     */
    CompositeTax.Rates rates(BigDecimal value, BigDecimal netWeightKg) {
      BigDecimal grams = netWeightKg.movePointRight(3);
      boolean bearsConsumptionTax =
          consumptionFrom == null || value.compareTo(consumptionFrom.multiply(grams)) >= 0;
      return new CompositeTax.Rates(duty, bearsConsumptionTax ? consumption : BigDecimal.ZERO, vat);
    }
  }

  /** The row of the longest beginning of the commodity code; empty: the goods are on no list. */
  Optional<Listed> listed(String hsCode, LocalDate day) {
    return goods.inForce(day).stream()
        .filter(row -> hsCode.startsWith(row.get("hs_prefix")))
        .max(Comparator.comparingInt(row -> row.get("hs_prefix").length()))
        .map(Listed::of);
  }

  /**
   * @throws NoRow naming the row that is missing: an operator adds it and lets the step run again
   */
  String of(String name, LocalDate day) {
    return row(name, day).get("value");
  }

  Row row(String name, LocalDate day) {
    return practice.inForce(day).stream()
        .filter(row -> row.get("name").equals(name))
        .findFirst()
        .orElseThrow(() -> missing(PRACTICE, name, day));
  }

  BigDecimal inYuan(BigDecimal amount, String currency, LocalDate day) {
    return amount
        .multiply(new BigDecimal(rate(currency, day).get("yuan_per_unit")))
        .setScale(2, RoundingMode.HALF_UP);
  }

  Row rate(String currency, LocalDate day) {
    return rates.inForce(day).stream()
        .filter(row -> row.get("currency").equals(currency))
        .max(Comparator.comparing(Row::validFrom))
        .orElseThrow(() -> missing(RATES, currency, day));
  }

  private static NoRow missing(String file, String name, LocalDate day) {
    return new NoRow(
        "reference/%s has no %s in force on %s; add the row and try again"
            .formatted(file, name, day));
  }
}
