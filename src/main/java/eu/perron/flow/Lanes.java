package eu.perron.flow;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/**
 * A lane is data: {@code processes/reference/lanes.csv} names the processes that export and import
 * on it.
 */
@Component
class Lanes {
  private final ReferenceTable lanes;
  private final Clock clock;

  Lanes(PerronSettings settings, Clock clock) {
    this.lanes = ReferenceTable.in(settings.processesDir(), "lanes.csv");
    this.clock = clock;
  }

  String exportProcess(String lane) {
    return row(lane).get("export_process");
  }

  String importProcess(String lane) {
    return row(lane).get("import_process");
  }

  private Row row(String lane) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return lanes.inForce(day).stream()
        .filter(row -> row.get("lane").equals(lane))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "reference/lanes.csv has no lane %s in force on %s".formatted(lane, day)));
  }
}
