package eu.perron.orders;

import eu.perron.house.PerronSettings;
import eu.perron.house.ReferenceTable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Where we carry from and to today, by {@code processes/reference/lanes.csv}; the flow reads the
 * same table.
 */
@Component
class LanesServed {
  private final ReferenceTable lanes;
  private final Clock clock;

  LanesServed(PerronSettings settings, Clock clock) {
    this.lanes = ReferenceTable.in(settings.processesDir(), "lanes.csv");
    this.clock = clock;
  }

  /** Origin and destination country, as {@code CN-BE}. */
  Set<String> today() {
    Set<String> served = new TreeSet<>();
    lanes
        .inForce(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .forEach(row -> served.add(row.get("lane")));
    return served;
  }
}
