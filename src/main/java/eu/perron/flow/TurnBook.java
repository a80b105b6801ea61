package eu.perron.flow;

import eu.perron.audit.Audit;
import eu.perron.house.KeyedRows;
import eu.perron.house.MultiRow;
import eu.perron.orders.Orders;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes a turn down: answers first, as they move processes on and cause more, then what became of
 * everybody.
 */
@Component
class TurnBook {
  private static final int PATH_LENGTH = 4000;
  private static final KeyedRows WAITS_OVER = KeyedRows.delete("flow_wait", "execution_id");
  private static final KeyedRows TASKS_DONE = KeyedRows.delete("flow_task", "task_id");
  private static final MultiRow ANSWERS =
      MultiRow.of(
          "INSERT INTO flow_answer",
          "id, telling, business_key, process, activity, answer, created_at");
  private static final MultiRow WAITS =
      MultiRow.of(
          "INSERT INTO flow_wait",
          "execution_id, business_key, process, activity, definition_id, since, due_at");
  private static final MultiRow TASKS =
      MultiRow.of(
          "INSERT INTO flow_task",
          "task_id, business_key, process, activity, definition_id, name, form, desk, reason,"
              + " urgency, since, due_at, overtaken_by, words");
  private static final MultiRow JOURNAL =
      MultiRow.of("INSERT INTO flow_journal", "id, business_key, at, path, who");

  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final Orders orders;
  private final Audit audit;
  private final Clock clock;
  private final ObjectProvider<Signals> signals;

  TurnBook(
      JdbcTemplate jdbc,
      NamedParameterJdbcTemplate named,
      Orders orders,
      Audit audit,
      Clock clock,
      ObjectProvider<Signals> signals) {
    this.jdbc = jdbc;
    this.named = named;
    this.orders = orders;
    this.audit = audit;
    this.clock = clock;
    this.signals = signals;
  }

  void close(Turn turn) {
    for (List<GivenAnswer> given = turn.takeAnswers();
        !given.isEmpty();
        given = turn.takeAnswers()) {
      give(turn, given);
    }
    writeWaits(turn);
    writeTasks(turn);
    orders.record(turn.stages, turn.statuses, turn.ended);
    forgetAnswersOf(turn.ended.keySet());
    writeJournal(turn);
    audit.record(turn.deeds);
  }

  /**
   * What reaches nobody is offered again to those who moved on: accepted and released in one batch,
   * an order passes both waits. What still reaches nobody is kept.
   */
  private void give(Turn turn, List<GivenAnswer> given) {
    List<Wait> written = waitsOf(given);
    List<GivenAnswer> open = given;
    while (!open.isEmpty()) {
      List<Wait> waiting = new ArrayList<>(turn.begun.values());
      written.stream()
          .filter(wait -> !turn.over.contains(wait.executionId()))
          .forEach(waiting::add);
      Reached reached = reached(waiting, open);
      if (reached.signals().isEmpty()) {
        keep(open);
        return;
      }
      signals.getObject().send(reached.signals());
      open = reached.early();
    }
  }

  /**
   * @param early answers that nobody waits for; of a telling that reached somebody, none
   */
  private record Reached(List<Signals.Signal> signals, List<GivenAnswer> early) {}

  private static Reached reached(List<Wait> waiting, List<GivenAnswer> answers) {
    List<GivenAnswer> early = new ArrayList<>();
    List<Signals.Signal> reached = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (GivenAnswer answer : answers) {
      Optional<Wait> found =
          taken.contains(answer.telling())
              ? Optional.empty()
              : waiting.stream().filter(wait -> wait.isFor(answer)).findFirst();
      found.ifPresentOrElse(
          wait -> {
            reached.add(
                new Signals.Signal(wait.executionId(), wait.businessKey(), answer.answer()));
            waiting.remove(wait);
            taken.add(answer.telling());
          },
          () -> early.add(answer));
    }
    early.removeIf(answer -> taken.contains(answer.telling()));
    return new Reached(reached, early);
  }

  private List<Wait> waitsOf(List<GivenAnswer> given) {
    TreeSet<String> keys = new TreeSet<>();
    given.forEach(answer -> keys.add(answer.businessKey()));
    return named.query(
        "SELECT execution_id, business_key, process, activity, definition_id, since, due_at "
            + "FROM flow_wait FORCE INDEX (flow_wait_key) WHERE business_key IN (:keys) ORDER BY business_key FOR UPDATE",
        Map.of("keys", keys),
        (row, number) ->
            new Wait(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant()));
  }

  void keep(List<GivenAnswer> answers) {
    Timestamp now = at(clock.instant());
    ANSWERS.write(
        jdbc,
        answers,
        answer ->
            new Object[] {
              Ids.next(),
              answer.telling(),
              answer.businessKey(),
              answer.process(),
              answer.activity(),
              answer.answer(),
              now
            });
  }

  private void writeWaits(Turn turn) {
    WAITS_OVER.write(jdbc, turn.over);
    WAITS.write(
        jdbc,
        turn.begun.values(),
        wait ->
            new Object[] {
              wait.executionId(),
              wait.businessKey(),
              wait.process(),
              wait.activity(),
              wait.definitionId(),
              at(wait.since()),
              at(wait.dueAt())
            });
  }

  private void writeTasks(Turn turn) {
    TASKS_DONE.write(jdbc, turn.tasksDone);
    Map<String, String> goods = goods(turn.tasksCreated.values());
    TASKS.write(
        jdbc,
        turn.tasksCreated.values(),
        task ->
            new Object[] {
              task.taskId(),
              task.businessKey(),
              task.process(),
              task.activity(),
              task.definitionId(),
              task.name(),
              task.form(),
              task.desk(),
              task.reason(),
              task.urgency(),
              at(task.since()),
              at(task.dueAt()),
              task.overtakenBy(),
              task.words(goods.getOrDefault(task.businessKey(), ""))
            });
  }

  /** Of the orders that tasks are about. */
  private Map<String, String> goods(Collection<TaskRow> tasks) {
    Map<String, String> goods = new HashMap<>();
    if (!tasks.isEmpty()) {
      named.query(
          "SELECT order_number, description FROM order_line WHERE order_number IN (:keys) ORDER BY"
              + " order_number, position",
          Map.of("keys", tasks.stream().map(TaskRow::businessKey).distinct().toList()),
          row -> {
            goods.merge(row.getString(1), row.getString(2), (one, next) -> one + " " + next);
          });
    }
    return goods;
  }

  private void forgetAnswersOf(Collection<String> endedKeys) {
    // One by one: it is found by an index that is not its key.
    jdbc.batchUpdate(
        "DELETE FROM flow_answer WHERE business_key = ?",
        endedKeys,
        500,
        (row, key) -> row.setString(1, key));
  }

  private void writeJournal(Turn turn) {
    Timestamp now = at(clock.instant());
    JOURNAL.write(
        jdbc,
        turn.paths.entrySet(),
        path ->
            new Object[] {
              Ids.next(),
              path.getKey(),
              now,
              path.getValue().substring(0, Math.min(PATH_LENGTH, path.getValue().length())),
              turn.clerk
            });
  }

  private static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }
}
