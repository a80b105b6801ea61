package eu.perron.unionexports;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import eu.perron.reference.CodesInUse;
import eu.perron.reference.ListKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The dated rows behind an export declaration: codes of practice, goods with care, rates. */
@Component
class UnionExportPractice implements CodesInUse {
  private final ReferenceTable practice;
  private final ReferenceTable controls;
  private final ReferenceTable rates;

  UnionExportPractice(PerronSettings settings) {
    this.practice = ReferenceTable.in(settings.processesDir(), "export-practice.csv");
    this.controls = ReferenceTable.in(settings.processesDir(), "export-controls.csv");
    this.rates = ReferenceTable.in(settings.processesDir(), "exchange-rates.csv");
  }

  /**
   * @throws IllegalStateException naming the row that is missing: an operator adds it and lets the
   *     step run again
   */
  String of(String name, LocalDate day) {
    return practice.inForce(day).stream()
        .filter(row -> row.get("name").equals(name))
        .findFirst()
        .map(row -> row.get("value"))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "reference/export-practice.csv has no %s in force on %s; add the row and try again"
                        .formatted(name, day)));
  }

  @Override
  public List<CodeInUse> on(LocalDate day) {
    return Stream.of("exportOffice", "exitOffice")
        .map(
            name ->
                new CodeInUse(
                    ListKind.CUSTOMS_OFFICES, of(name, day), "export-practice.csv, " + name))
        .toList();
  }

  boolean isRestricted(String commodityCode, LocalDate day) {
    return controls.inForce(day).stream()
        .anyMatch(row -> commodityCode.startsWith(row.get("hs_prefix")));
  }

  BigDecimal inEuro(BigDecimal amount, String currency, LocalDate day) {
    if (currency.equals("EUR")) {
      return amount.setScale(2, RoundingMode.HALF_UP);
    }
    return rates.inForce(day).stream()
        .filter(row -> row.get("currency").equals(currency))
        .max(Comparator.comparing(Row::validFrom))
        .map(row -> amount.divide(new BigDecimal(row.get("per_euro")), 2, RoundingMode.HALF_UP))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "reference/exchange-rates.csv has no rate for %s on %s; add the row and try again"
                        .formatted(currency, day)));
  }
}
