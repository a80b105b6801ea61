package eu.perron.flow;

import eu.perron.exchange.Burden;
import eu.perron.house.Halving;
import eu.perron.house.SideBySide;
import java.sql.SQLTransactionRollbackException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings kept answers and waits together: answers that came before their wait, answers for a whole
 * flight, and the answer {@link WaitFor#LATE} for those whose time is over.
 */
@Component
class Correlator implements Burden {
  private static final Logger log = LoggerFactory.getLogger(Correlator.class);
  private static final int BATCH = 50;
  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate named;
  private final Halving halving;
  private final SideBySide strands;
  private final Signals signals;
  private final Incidents incidents;
  private final DeskTasks tasks;
  private final Clock clock;
  private volatile boolean busy;

  Correlator(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate named,
      Halving halving,
      SideBySide strands,
      Signals signals,
      Incidents incidents,
      DeskTasks tasks,
      Clock clock) {
    this.jdbc = jdbc;
    this.named = named;
    this.halving = halving;
    this.strands = strands;
    this.signals = signals;
    this.incidents = incidents;
    this.tasks = tasks;
    this.clock = clock;
  }

  private record Match(
      String telling,
      String executionId,
      String businessKey,
      String process,
      String activity,
      String answer) {}

  private record Overtaken(String taskId, String businessKey) {}

  @Scheduled(fixedDelayString = "${perron.flow.correlate-every:200}")
  void giveKeptAnswers() {
    int found;
    do {
      List<Match> matches =
          jdbc.sql(
                  """
                  SELECT a.telling, w.execution_id, a.business_key, a.process, a.activity, a.answer
                  FROM flow_answer a
                  JOIN flow_wait w ON w.business_key = a.business_key AND w.process = a.process AND w.activity = a.activity
                  LIMIT :most\
                  """)
              .param("most", BATCH * strands.strands())
              .query(Match.class)
              .list();
      strands.each(
          oneForEachWait(matches),
          Match::businessKey,
          some -> halving.each(some, this::give, this::setAside));
      found = matches.size();
      busy = found == BATCH * strands.strands();
    } while (busy);
  }

  /** Of answers, when a flight lands. */
  @Override
  public boolean isHeavy() {
    return busy;
  }

  /**
   * Several answers may lie there for one wait; the others are asked about when it is over. Not by
   * the database: grouping, it would read all hundred thousand of a flight for each batch.
   */
  private static List<Match> oneForEachWait(List<Match> matches) {
    Map<String, Match> first = new LinkedHashMap<>();
    matches.forEach(
        match ->
            first.merge(
                match.executionId(),
                match,
                (one, other) -> one.telling().compareTo(other.telling()) <= 0 ? one : other));
    return List.copyOf(first.values());
  }

  /**
   * The rows are taken under lock here; what another node took meanwhile is no longer there and is
   * left to it.
   */
  private void give(List<Match> matches) {
    List<String> kept =
        named.queryForList(
            "SELECT telling FROM flow_answer FORCE INDEX (flow_answer_telling) WHERE telling IN (:tellings) ORDER BY id "
                + "FOR UPDATE SKIP LOCKED",
            Map.of("tellings", matches.stream().map(Match::telling).toList()),
            String.class);
    List<Match> ours = matches.stream().filter(match -> kept.contains(match.telling())).toList();
    List<String> waits = locked(ours.stream().map(Match::executionId).toList());
    List<Match> both = ours.stream().filter(match -> waits.contains(match.executionId())).toList();
    if (!both.isEmpty()) {
      named
          .getJdbcTemplate()
          .batchUpdate(
              "DELETE FROM flow_answer WHERE telling = ?",
              both,
              BATCH,
              (row, match) -> row.setString(1, match.telling()));
      signals.send(both.stream().map(Correlator::signal).toList());
    }
  }

  private static Signals.Signal signal(Match match) {
    return new Signals.Signal(match.executionId(), match.businessKey(), match.answer());
  }

  private List<String> locked(List<String> executions) {
    return executions.isEmpty()
        ? List.of()
        : named.queryForList(
            "SELECT execution_id FROM flow_wait FORCE INDEX (PRIMARY) WHERE execution_id IN (:ids)"
                + " ORDER BY business_key FOR UPDATE SKIP LOCKED",
            Map.of("ids", executions),
            String.class);
  }

  /**
   * A clerk was asked because nothing came; now it came. The task is needless, and the order goes
   * back to its wait.
   */
  @Scheduled(fixedDelayString = "${perron.flow.late-every:1000}")
  void withdrawOvertakenTasks() {
    List<Overtaken> overtaken =
        jdbc.sql(
                """
                SELECT DISTINCT t.task_id, t.business_key FROM flow_task t
                JOIN flow_answer a ON a.business_key = t.business_key AND a.process = t.process AND a.activity = t.overtaken_by
                LIMIT :most\
                """)
            .param("most", BATCH)
            .query(Overtaken.class)
            .list();
    for (Overtaken task : overtaken) {
      try {
        tasks.complete(task.taskId(), "perron", Map.of("decision", "WAIT_ON"));
      } catch (RuntimeException failure) {
        log.warn(
            "Task {} of {} could not be withdrawn: {}",
            task.taskId(),
            task.businessKey(),
            failure.toString());
      }
    }
  }

  /** The engine wraps what a step's database says: two that wait for each other are tried again. */
  private static boolean isBusy(Throwable why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConcurrencyFailureException
          || cause instanceof SQLTransactionRollbackException) {
        return true;
      }
    }
    return false;
  }

  private void setAside(Match match, RuntimeException why) {
    if (isBusy(why)) {
      return;
    }
    jdbc.sql("DELETE FROM flow_answer WHERE telling = :telling")
        .param("telling", match.telling())
        .update();
    incidents.answerFailed(
        new GivenAnswer(
            match.telling(),
            match.businessKey(),
            match.process(),
            match.activity(),
            match.answer()),
        why);
  }

  @Scheduled(fixedDelayString = "${perron.flow.late-every:1000}")
  void tellTheLate() {
    int found;
    do {
      List<Match> late =
          jdbc.sql(
                  "SELECT '' AS telling, execution_id, business_key, process, activity, 'LATE' AS"
                      + " answer FROM flow_wait w WHERE due_at <= :now AND NOT EXISTS (SELECT 1"
                      + " FROM flow_incident i WHERE i.business_key = w.business_key AND i.process"
                      + " = w.process AND i.activity = w.activity) LIMIT :most")
              .param("now", Timestamp.from(clock.instant()))
              .param("most", BATCH)
              .query(Match.class)
              .list();
      halving.each(late, this::tell, this::setAside);
      found = late.size();
    } while (found == BATCH);
  }

  private void tell(List<Match> late) {
    List<String> waits = locked(late.stream().map(Match::executionId).toList());
    signals.send(
        late.stream()
            .filter(match -> waits.contains(match.executionId()))
            .map(Correlator::signal)
            .toList());
  }
}
