package eu.perron.flow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where orders stand: the numbers on the diagrams, and "you are here". */
@Component
public class Standing {
  private final JdbcClient jdbc;
  private final Clock clock;

  Standing(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param orders how many stand at this element (consignments, on the consignment's diagram)
   * @param late those whose time is over
   * @param tasks those that wait for a person
   */
  public record Count(long orders, long late, long tasks) {
    Count plus(Count other) {
      return new Count(orders + other.orders, late + other.late, tasks + other.tasks);
    }
  }

  /**
   * @param kind WAIT or TASK
   */
  public record Place(
      String process,
      String activity,
      String definitionId,
      String kind,
      Instant since,
      Instant dueAt) {}

  private record Row(String process, String activity, long orders, long late, boolean task) {}

  /** By element of one process; a call activity counts everybody inside the process it calls. */
  public Map<String, Count> counts(String process, Map<String, List<String>> callsOf) {
    Map<String, Count> counts = new HashMap<>();
    for (Row row : rows()) {
      Count count = new Count(row.orders(), row.late(), row.task() ? row.orders() : 0);
      if (row.process().equals(process)) {
        counts.merge(row.activity(), count, Count::plus);
      }
      callsOf.forEach(
          (activity, called) -> {
            if (called.contains(row.process())) {
              counts.merge(activity, count, Count::plus);
            }
          });
    }
    return counts;
  }

  private List<Row> rows() {
    return jdbc.sql(
            """
        SELECT process, activity, COUNT(*) AS orders, SUM(due_at <= :now) AS late, FALSE AS task
        FROM flow_wait GROUP BY process, activity
        UNION ALL
        SELECT process, activity, COUNT(*), SUM(due_at <= :now), TRUE FROM flow_task GROUP BY process, activity""")
        .param("now", Timestamp.from(clock.instant()))
        .query(Row.class)
        .list();
  }

  /**
   * Where one order or consignment stands now; empty once it has ended or while it has not begun.
   */
  public Optional<Place> of(String businessKey) {
    return jdbc
        .sql(
            """
        SELECT process, activity, definition_id, 'TASK' AS kind, since, due_at FROM flow_task
        WHERE business_key = :key
        UNION ALL
        SELECT process, activity, definition_id, 'WAIT', since, due_at FROM flow_wait WHERE business_key = :key""")
        .param("key", businessKey)
        .query(Place.class)
        .list()
        .stream()
        .findFirst();
  }

  /** The elements it passed, as {@code process:activity}, oldest first. */
  public List<String> path(String businessKey) {
    return jdbc
        .sql("SELECT path FROM flow_journal WHERE business_key = :key ORDER BY at, id")
        .param("key", businessKey)
        .query(String.class)
        .list()
        .stream()
        .flatMap(path -> java.util.Arrays.stream(path.split(" ")))
        .toList();
  }
}
