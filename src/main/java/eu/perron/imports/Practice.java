package eu.perron.imports;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import eu.perron.reference.CodesInUse;
import eu.perron.reference.ListKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Codes of the office, with dates: {@code reference/import-practice.csv}. */
@Component
class Practice implements CodesInUse {
  private final ReferenceTable practice;

  Practice(PerronSettings settings) {
    practice =
        ReferenceTable.in(settings.processesDir(), "import-practice.csv", row -> row.get("value"));
  }

  @Override
  public List<CodeInUse> on(LocalDate day) {
    return List.of(
        new CodeInUse(
            ListKind.CUSTOMS_OFFICES,
            get("customsOffice", day),
            "import-practice.csv, customsOffice"));
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
