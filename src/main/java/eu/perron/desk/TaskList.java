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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks of some desks, most urgent first, page by page. Each desk is read along its index and never further than a
 * page needs, so that a hundred thousand tasks cost no more than fifty.
 */
@Component
@Transactional(readOnly = true)
class TaskList {
  static final int PAGE = 50;
  private static final String ORDERED = " ORDER BY urgency DESC, due_at, task_id LIMIT :most";
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{6,24}");
  private static final int LOOKED_AT_ONCE = 1_000;
  private static final int LOOKED_AT_MOST = 20_000;
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
   * @param searchedOn the search stopped looking before the end: {@code next} looks on from there
   */
  record Page(List<DeskRow> rows, DeskFilter.Cursor next, boolean searchedOn) {}

  record Count(String desk, long tasks, long late) {}

  /** By desk, those without a task included. */
  Map<String, Count> counts(List<String> desks) {
    Map<String, Count> counts = new LinkedHashMap<>();
    desks.forEach(desk -> counts.put(desk, new Count(desk, 0, 0)));
    if (!desks.isEmpty()) {
      jdbc.sql("SELECT desk, COUNT(*) AS tasks, SUM(due_at <= :now) AS late FROM flow_task "
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
    return jdbc.sql("SELECT * FROM flow_task WHERE task_id = :id").param("id", taskId).query(Task.class).optional();
  }

  Optional<Task> ofKey(String businessKey) {
    return jdbc.sql("SELECT * FROM flow_task WHERE business_key = :key ORDER BY urgency DESC, due_at LIMIT 1")
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
    return desks.isEmpty()
        ? new Page(List.of(), null, false)
        : filter.q().isEmpty() ? plain(clerk, filter, desks) : searched(clerk, filter, desks);
  }

  private static List<String> desks(Clerk clerk, DeskFilter filter) {
    return filter.desk() == null ? clerk.desks() : clerk.desks().stream().filter(filter.desk()::equals).toList();
  }

  private Page plain(Clerk clerk, DeskFilter filter, List<String> desks) {
    List<Task> tasks = tasks(desks, filter, filter.cursor(), PAGE + 1, clerk.name());
    boolean more = tasks.size() > PAGE;
    List<Task> shown = more ? tasks.subList(0, PAGE) : tasks;
    return new Page(orders.rows(shown), more ? shown.get(PAGE - 1).cursor() : null, false);
  }

  /** Walks along the list and keeps what fits; a long way is taken in stages, so that no search holds up others. */
  private Page searched(Clerk clerk, DeskFilter filter, List<String> desks) {
    List<Task> named = NUMBER.matcher(filter.q()).matches() ? ofNumber(desks, filter) : List.of();
    if (!named.isEmpty()) {
      return new Page(orders.rows(named), null, false);
    }
    List<DeskRow> found = new ArrayList<>();
    Optional<DeskFilter.Cursor> from = filter.cursor();
    for (int looked = 0; looked < LOOKED_AT_MOST; looked += LOOKED_AT_ONCE) {
      List<Task> tasks = tasks(desks, filter, from, LOOKED_AT_ONCE, clerk.name());
      for (DeskRow row : orders.rows(tasks)) {
        if (fits(row, filter.q())) {
          found.add(row);
          if (found.size() == PAGE) {
            return new Page(found, row.cursor(), false);
          }
        }
      }
      if (tasks.size() < LOOKED_AT_ONCE) {
        return new Page(found, null, false);
      }
      from = Optional.of(tasks.get(tasks.size() - 1).cursor());
    }
    return new Page(found, from.orElse(null), true);
  }

  private List<Task> ofNumber(List<String> desks, DeskFilter filter) {
    return jdbc.sql("SELECT * FROM flow_task WHERE business_key LIKE :number AND desk IN (:desks)" + ORDERED)
        .param("number", filter.q().toUpperCase(Locale.ROOT) + "%")
        .param("desks", desks)
        .param("most", PAGE)
        .query(Task.class)
        .list();
  }

  private static boolean fits(DeskRow row, String q) {
    String wanted = q.toLowerCase(Locale.ROOT);
    return Stream.of(row.key(), row.goods(), row.reason(), row.name(), row.awb(), row.flight())
        .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private List<Task> tasks(
      List<String> desks, DeskFilter filter, Optional<DeskFilter.Cursor> from, int most, String me) {
    Map<String, Object> values = new HashMap<>();
    values.put("most", most);
    String narrowed = narrowed(filter, from, values, me);
    List<String> parts = new ArrayList<>();
    if (filter.mine()) {
      values.put("desks", desks);
      parts.add("SELECT * FROM flow_task WHERE clerk = :me AND desk IN (:desks)" + narrowed);
    } else {
      for (String desk : desks) {
        String name = "desk" + parts.size();
        values.put(name, desk);
        parts.add("(SELECT * FROM flow_task WHERE desk = :" + name + narrowed + ORDERED + ")");
      }
    }
    return jdbc.sql(String.join(" UNION ALL ", parts) + ORDERED).params(values).query(Task.class).list();
  }


  private String narrowed(
      DeskFilter filter, Optional<DeskFilter.Cursor> from, Map<String, Object> values, String me) {
    StringBuilder narrowed = new StringBuilder();
    values.put("me", me);
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
