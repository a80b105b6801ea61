package eu.perron.duties;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Rates of exchange of any day: customs' monthly ones, by which a declaration is reckoned, and the
 * central bank's daily ones, by which a checkout is.
 */
@Component
class Rates {
  private final ReferenceTable customs;
  private final ReferenceTable centralBank;
  private final ImportedRates imported;

  Rates(PerronSettings settings, ImportedRates imported) {
    this.imported = imported;
    customs = ReferenceTable.in(settings.processesDir(), "exchange-rates.csv", Rates::rate);
    centralBank = ReferenceTable.in(settings.processesDir(), "exchange-rates-ecb.csv", Rates::rate);
  }

  Rate customs(String currency, LocalDate day) {
    return find(RateKind.CUSTOMS, currency, day)
        .orElseThrow(
            () ->
                new NoLaw(
                    "/currency",
                    "no-exchange-rate",
                    "There is no customs rate for %s on %s: import the month's table under /operations/rates, add a row to reference/exchange-rates.csv, or show the price in EUR on the invoice."
                        .formatted(currency, day)));
  }

  /** Of that day, or the last one before it. */
  Optional<Rate> centralBank(String currency, LocalDate day) {
    return find(RateKind.ECB, currency, day);
  }

  /**
   * What was imported counts before the file: of customs whatever holds on the day, of the central
   * bank what is not older.
   */
  Optional<Rate> find(RateKind kind, String currency, LocalDate day) {
    if (currency.equals("EUR")) {
      return Optional.of(Rate.EURO);
    }
    Optional<Rate> published = imported.on(kind, currency, day);
    if (kind == RateKind.CUSTOMS) {
      return published.or(() -> youngest(customs, currency, day));
    }
    return youngest(centralBank, currency, day)
        .filter(
            listed ->
                published.isEmpty() || listed.validFrom().isAfter(published.get().validFrom()))
        .or(() -> published);
  }

  Set<String> currencies(LocalDate day) {
    Set<String> all = new TreeSet<>(imported.currencies(day));
    List.of(customs, centralBank)
        .forEach(table -> table.inForce(day).forEach(row -> all.add(row.get("currency"))));
    return all;
  }

  private static Optional<Rate> youngest(ReferenceTable table, String currency, LocalDate day) {
    return table.inForce(day).stream()
        .filter(row -> row.get("currency").equals(currency))
        .max(Comparator.comparing(Row::validFrom))
        .map(Rates::rate);
  }

  private static Rate rate(Row row) {
    return new Rate(
        row.get("currency"),
        1,
        new BigDecimal(row.get("per_euro")),
        row.validFrom(),
        row.validTo(),
        row.get("source"),
        row.get("mark"));
  }
}
