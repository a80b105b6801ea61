package eu.perron.imports;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import eu.perron.orders.Order;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Codes of the office and lists of goods, with dates: {@code reference/import-practice.csv}, {@code
 * import-controls.csv}.
 */
@Component
class Practice {
  private final ReferenceTable practice;
  private final ReferenceTable controls;

  Practice(PerronSettings settings) {
    practice =
        ReferenceTable.in(settings.processesDir(), "import-practice.csv", row -> row.get("value"));
    controls =
        ReferenceTable.in(
            settings.processesDir(), "import-controls.csv", row -> row.get("hs_prefix"));
  }

  String get(String name, LocalDate day) {
    return practice.inForce(day).stream()
        .filter(row -> row.get("name").equals(name))
        .max(Comparator.comparing(Row::validFrom))
        .map(row -> row.get("value"))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "reference/import-practice.csv has no " + name + " for " + day));
  }

  boolean hasExciseGoods(Order order, LocalDate day) {
    return isUnder("EXCISE", order, day);
  }

  boolean hasRestrictedGoods(Order order, LocalDate day) {
    return isUnder("RESTRICTED", order, day);
  }

  private boolean isUnder(String control, Order order, LocalDate day) {
    List<String> prefixes =
        controls.inForce(day).stream()
            .filter(row -> row.get("control").equals(control))
            .map(row -> row.get("hs_prefix"))
            .toList();
    return order.lines().stream()
        .anyMatch(line -> prefixes.stream().anyMatch(line.hsCode()::startsWith));
  }
}
