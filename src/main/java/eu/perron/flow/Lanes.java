package eu.perron.flow;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import eu.perron.house.ReferenceTable.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

  /** Whether what flies on this route left its country by that process. */
  boolean exportsBy(String route, String process) {
    return exportProcess(route).equals(process);
  }

  /** Whether what flies on this route enters its country by that process. */
  boolean importsBy(String route, String process) {
    return importProcess(route).equals(process);
  }

  /** Processes as the table's lanes name them, from the top; others stay as they are, behind. */
  Comparator<String> inTheirOrder() {
    List<String> named =
        lanes.inForce(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).stream()
            .flatMap(row -> Stream.of(row.get("export_process"), row.get("import_process")))
            .toList();
    return Comparator.comparing(
        process -> named.contains(process) ? named.indexOf(process) : named.size());
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
