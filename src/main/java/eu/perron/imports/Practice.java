package eu.perron.imports;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import java.time.LocalDate;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Codes of the office, with dates: {@code reference/import-practice.csv}. */
@Component
class Practice {
  private final ReferenceTable practice;

  Practice(PerronSettings settings) {
    practice =
        ReferenceTable.in(settings.processesDir(), "import-practice.csv", row -> row.get("value"));
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
}
