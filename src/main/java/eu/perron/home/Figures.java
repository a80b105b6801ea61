package eu.perron.home;

import eu.perron.orders.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many orders are where, in five numbers. */
@Component
class Figures {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Lately<Tally> tally;

  Figures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.tally = new Lately<>(clock, Duration.ofSeconds(2), this::count);
  }

  /**
   * @param otherwise ended, but not at the consignee's door
   */
  record Tally(long inProgress, long waiting, long delivered, long otherwise, long today) {}

  private record Row(String status, long number) {}

  Tally now() {
    return tally.get();
  }

  private Tally count() {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    jdbc.sql("SELECT status, COUNT(*) AS number FROM orders GROUP BY status")
        .query(Row.class)
        .list()
        .forEach(row -> counts.put(Status.valueOf(row.status()), row.number()));
    return tally(counts, today());
  }

  /** Both values of the index's first column, so that it is used. */
  private long today() {
    return jdbc.sql(
            "SELECT COUNT(*) FROM orders WHERE started IN (FALSE, TRUE) AND accepted_at >= :midnight")
        .param("midnight", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).atStartOfDay())
        .query(Long.class)
        .single();
  }

  static Tally tally(Map<Status, Long> counts, long today) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long moving =
        counts.getOrDefault(Status.IN_PROGRESS, 0L) + counts.getOrDefault(Status.RETURNING, 0L);
    long waiting = counts.getOrDefault(Status.WAITING_FOR_CLERK, 0L);
    long delivered = counts.getOrDefault(Status.DELIVERED, 0L);
    return new Tally(moving, waiting, delivered, all - moving - waiting - delivered, today);
  }
}
