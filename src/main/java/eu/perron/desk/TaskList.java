package eu.perron.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks of some desks, most urgent first, page by page. Each desk is read along its index and
 * never further than a page needs, so that a hundred thousand tasks cost no more than fifty. Who
 * looks for a word has all of them read once, as they lie: along the index that takes three times
 * as long.
 */
@Component
@Transactional(readOnly = true)
class TaskList {
  static final int PAGE = 50;
  private static final String ORDERED = " ORDER BY urgency DESC, due_at, task_id LIMIT :most";
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{6,24}");

  /** LOCATE, so that nothing typed is a pattern. */
  private static final String FITS =
      " AND (LOCATE(:q, t.words) > 0 OR t.business_key IN (:flights))";

  private static final String FLIGHTS =
      "SELECT number FROM air_consignment WHERE LOCATE(:q, LOWER(CONCAT_WS(' ', awb, flight))) > 0";

  private final JdbcClient jdbc;
  private final OrdersOnRow orders;
  private final Clock clock;

  TaskList(JdbcClient jdbc, OrdersOnRow orders, Clock clock) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.clock = clock;
  }

  /** A row of {@code flow_task}. */
  record Task(
      String taskId,
      String businessKey,
      String process,
      String activity,
      String definitionId,
      String name,
      String form,
      String desk,
      String reason,
      int urgency,
      Instant since,
      Instant dueAt,
      String clerk) {
    DeskFilter.Cursor cursor() {
      return new DeskFilter.Cursor(urgency, dueAt, taskId);
    }
  }

  /**
   * @param next where the next page begins; null if this is the last
   */
  record Page(List<DeskRow> rows, DeskFilter.Cursor next) {}

  record Count(String desk, long tasks, long late) {}

  /** By desk, those without a task included. */
  Map<String, Count> counts(List<String> desks) {
    Map<String, Count> counts = new LinkedHashMap<>();
    desks.forEach(desk -> counts.put(desk, new Count(desk, 0, 0)));
    if (!desks.isEmpty()) {
      jdbc.sql(
              "SELECT desk, COUNT(*) AS tasks, SUM(due_at <= :now) AS late FROM flow_task "
                  + "WHERE desk IN (:desks) GROUP BY desk")
          .param("now", Timestamp.from(clock.instant()))
          .param("desks", desks)
          .query(Count.class)
          .list()
          .forEach(count -> counts.put(count.desk(), count));
    }
    return counts;
  }

  Optional<Task> find(String taskId) {
    return jdbc.sql("SELECT * FROM flow_task WHERE task_id = :id")
        .param("id", taskId)
        .query(Task.class)
        .optional();
  }

  Optional<Task> ofKey(String businessKey) {
    return jdbc.sql(
            "SELECT * FROM flow_task WHERE business_key = :key ORDER BY urgency DESC, due_at LIMIT 1")
        .param("key", businessKey)
        .query(Task.class)
        .optional();
  }

  /** The most urgent one of the filter that nobody else has, other than this. */
  Optional<Task> nextFor(Clerk clerk, DeskFilter filter, String notThis) {
    List<String> own = desks(clerk, filter).stream().filter(clerk::works).toList();
    return own.isEmpty()
        ? Optional.empty()
        : tasks(own, filter, Optional.empty(), PAGE, clerk.name()).stream()
            .filter(task -> !task.taskId().equals(notThis))
            .filter(task -> task.clerk() == null || task.clerk().equals(clerk.name()))
            .findFirst();
  }

  Page page(Clerk clerk, DeskFilter filter) {
    List<String> desks = desks(clerk, filter);
    if (desks.isEmpty()) {
      return new Page(List.of(), null);
    }
    List<Task> named = NUMBER.matcher(filter.q()).matches() ? ofNumber(desks, filter) : List.of();
    if (!named.isEmpty()) {
      return new Page(orders.rows(named), null);
    }
    List<Task> tasks = tasks(desks, filter, filter.cursor(), PAGE + 1, clerk.name());
    boolean more = tasks.size() > PAGE;
    List<Task> shown = more ? tasks.subList(0, PAGE) : tasks;
    return new Page(orders.rows(shown), more ? shown.get(PAGE - 1).cursor() : null);
  }

  private static List<String> desks(Clerk clerk, DeskFilter filter) {
    return filter.desk() == null
        ? clerk.desks()
        : clerk.desks().stream().filter(filter.desk()::equals).toList();
  }

  private List<Task> ofNumber(List<String> desks, DeskFilter filter) {
    return jdbc.sql(
            "SELECT * FROM flow_task WHERE business_key LIKE :number AND desk IN (:desks)"
                + ORDERED)
        .param("number", filter.q().toUpperCase(Locale.ROOT) + "%")
        .param("desks", desks)
        .param("most", PAGE)
        .query(Task.class)
        .list();
  }

  private List<Task> tasks(
      List<String> desks,
      DeskFilter filter,
      Optional<DeskFilter.Cursor> from,
      int most,
      String me) {
    Map<String, Object> values = new HashMap<>();
    values.put("most", most);
    String narrowed = narrowed(filter, from, values, me);
    List<String> parts = new ArrayList<>();
    if (filter.mine()) {
      values.put("desks", desks);
      parts.add("SELECT t.* FROM flow_task t WHERE clerk = :me AND desk IN (:desks)" + narrowed);
    } else if (!filter.q().isEmpty()) {
      values.put("desks", desks);
      parts.add(
          "SELECT t.* FROM flow_task t FORCE INDEX (PRIMARY) WHERE desk IN (:desks)" + narrowed);
    } else {
      for (String desk : desks) {
        String name = "desk" + parts.size();
        values.put(name, desk);
        parts.add("(SELECT t.* FROM flow_task t WHERE desk = :" + name + narrowed + ORDERED + ")");
      }
    }
    return jdbc.sql(String.join(" UNION ALL ", parts) + ORDERED)
        .params(values)
        .query(Task.class)
        .list();
  }

  /** Consignments by their waybill or flight; never none, as SQL knows no empty list. */
  private List<String> flights(String wanted) {
    List<String> flights = jdbc.sql(FLIGHTS).param("q", wanted).query(String.class).list();
    return flights.isEmpty() ? List.of("") : flights;
  }

  private String narrowed(
      DeskFilter filter, Optional<DeskFilter.Cursor> from, Map<String, Object> values, String me) {
    StringBuilder narrowed = new StringBuilder();
    values.put("me", me);
    if (!filter.q().isEmpty()) {
      String wanted = filter.q().toLowerCase(Locale.ROOT);
      values.put("q", wanted);
      values.put("flights", flights(wanted));
      narrowed.append(FITS);
    }
    if (filter.late()) {
      values.put("now", Timestamp.from(clock.instant()));
      narrowed.append(" AND due_at <= :now");
    }
    from.ifPresent(
        cursor -> {
          values.put("urgency", cursor.urgency());
          values.put("due", Timestamp.from(cursor.dueAt()));
          values.put("after", cursor.taskId());
          narrowed.append(
              " AND urgency <= :urgency AND (urgency < :urgency OR due_at > :due "
                  + "OR (due_at = :due AND task_id > :after))");
        });
    return narrowed.toString();
  }
}
