package eu.perron.flow;

import eu.perron.audit.Audit;
import eu.perron.orders.Orders;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

  private void give(Turn turn, List<GivenAnswer> given) {
    List<Wait> waiting = new ArrayList<>(turn.begun.values());
    waiting.addAll(
        waitsOf(given).stream().filter(wait -> !turn.over.contains(wait.executionId())).toList());
    List<GivenAnswer> early = new ArrayList<>();
    List<Signals.Signal> reached = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (GivenAnswer answer : given) {
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
    signals.getObject().send(reached);
    keep(early);
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
    jdbc.batchUpdate(
        "INSERT INTO flow_answer (id, telling, business_key, process, activity, answer, "
            + "created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        answers,
        500,
        (row, answer) -> {
          row.setString(1, Ids.next());
          row.setString(2, answer.telling());
          row.setString(3, answer.businessKey());
          row.setString(4, answer.process());
          row.setString(5, answer.activity());
          row.setString(6, answer.answer());
          row.setTimestamp(7, now);
        });
  }

  private void writeWaits(Turn turn) {
    delete("DELETE FROM flow_wait WHERE execution_id = ?", turn.over);
    jdbc.batchUpdate(
        "INSERT INTO flow_wait (execution_id, business_key, process, activity, definition_id, since, "
            + "due_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        turn.begun.values(),
        500,
        (row, wait) -> {
          row.setString(1, wait.executionId());
          row.setString(2, wait.businessKey());
          row.setString(3, wait.process());
          row.setString(4, wait.activity());
          row.setString(5, wait.definitionId());
          row.setTimestamp(6, at(wait.since()));
          row.setTimestamp(7, at(wait.dueAt()));
        });
  }

  private void writeTasks(Turn turn) {
    delete("DELETE FROM flow_task WHERE task_id = ?", turn.tasksDone);
    jdbc.batchUpdate(
        "INSERT INTO flow_task (task_id, business_key, process, activity, definition_id, name, form, desk, "
            + "reason, urgency, since, due_at, overtaken_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        turn.tasksCreated.values(),
        500,
        (row, task) -> {
          row.setString(1, task.taskId());
          row.setString(2, task.businessKey());
          row.setString(3, task.process());
          row.setString(4, task.activity());
          row.setString(5, task.definitionId());
          row.setString(6, task.name());
          row.setString(7, task.form());
          row.setString(8, task.desk());
          row.setString(9, task.reason());
          row.setInt(10, task.urgency());
          row.setTimestamp(11, at(task.since()));
          row.setTimestamp(12, at(task.dueAt()));
          row.setString(13, task.overtakenBy());
        });
  }

  private void forgetAnswersOf(Collection<String> endedKeys) {
    delete("DELETE FROM flow_answer WHERE business_key = ?", endedKeys);
  }

  private void writeJournal(Turn turn) {
    Timestamp now = at(clock.instant());
    jdbc.batchUpdate(
        "INSERT INTO flow_journal (id, business_key, at, path, who) VALUES (?, ?, ?, ?, ?)",
        turn.paths.entrySet(),
        500,
        (row, path) -> {
          row.setString(1, Ids.next());
          row.setString(2, path.getKey());
          row.setTimestamp(3, now);
          row.setString(
              4, path.getValue().substring(0, Math.min(PATH_LENGTH, path.getValue().length())));
          row.setString(5, turn.clerk);
        });
  }

  /**
   * One by one in a batch: a long IN list on a small table becomes a scan that locks other orders'
   * rows.
   */
  private void delete(String sql, Collection<String> ids) {
    jdbc.batchUpdate(sql, ids, 500, (row, id) -> row.setString(1, id));
  }

  private static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }
}
