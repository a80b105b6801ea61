package eu.perron.flow;

import eu.perron.orders.Orders;
import eu.perron.orders.Status;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What could not be done and stands alone until an operator looks: shown at {@code /operations},
 * with retry.
 */
@Component
public class Incidents {
  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  private static final int LONGEST = 2000;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Orders orders;
  private final Processes processes;
  private final TurnBook book;

  Incidents(JdbcClient jdbc, Clock clock, Orders orders, Processes processes, TurnBook book) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.orders = orders;
    this.processes = processes;
    this.book = book;
  }

  /**
   * @param kind START: the process could not begin; ANSWER: an answer could not be taken
   */
  public record Incident(
      String id,
      String businessKey,
      String kind,
      String process,
      String activity,
      String answer,
      String problem,
      int attempts,
      Instant createdAt) {}

  void startFailed(String process, String key, RuntimeException why) {
    record(key, "START", process, "", "", why);
  }

  void answerFailed(GivenAnswer given, RuntimeException why) {
    record(given.businessKey(), "ANSWER", given.process(), given.activity(), given.answer(), why);
  }

  private void record(
      String key,
      String kind,
      String process,
      String activity,
      String answer,
      RuntimeException why) {
    try (MDC.MDCCloseable order = MDC.putCloseable("order", key)) {
      log.warn("Incident: {} of {} {}: {}", kind, process, activity, rootOf(why).toString());
    }
    String problem = rootOf(why).toString();
    jdbc.sql(
            "INSERT INTO flow_incident (id, business_key, kind, process, activity, answer, problem, created_at) "
                + "VALUES (:id, :key, :kind, :process, :activity, :answer, :problem, :now) "
                + "ON DUPLICATE KEY UPDATE problem = VALUES(problem), answer = VALUES(answer), attempts = attempts + 1")
        .param("id", Ids.next())
        .param("key", key)
        .param("kind", kind)
        .param("process", process)
        .param("activity", activity)
        .param("answer", answer)
        .param("problem", problem.substring(0, Math.min(LONGEST, problem.length())))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  public List<Incident> newest(int most) {
    return jdbc.sql("SELECT * FROM flow_incident ORDER BY created_at DESC LIMIT :most")
        .param("most", most)
        .query(Incident.class)
        .list();
  }

  public Optional<Incident> find(String id) {
    return jdbc.sql("SELECT * FROM flow_incident WHERE id = :id")
        .param("id", id)
        .query(Incident.class)
        .optional();
  }

  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM flow_incident").query(Long.class).single();
  }

  /**
   * Tries again what could not be done. A late answer is told again by the sweep as soon as the
   * incident is gone; kept beside it, it could end a later wait at the same place.
   *
   * @return false if the incident is no longer there
   */
  @Transactional
  public boolean retry(String id) {
    Optional<Incident> incident = take(id);
    incident.ifPresent(
        found -> {
          if (found.kind().equals("ANSWER")) {
            if (!found.answer().equals(WaitFor.LATE)) {
              book.keep(
                  List.of(
                      new GivenAnswer(
                          Ids.next(),
                          found.businessKey(),
                          found.process(),
                          found.activity(),
                          found.answer())));
            }
          } else if (found.process().equals(Starter.FULFILMENT)) {
            orders.startAgain(found.businessKey());
          } else {
            processes.start(found.process(), found.businessKey());
          }
        });
    return incident.isPresent();
  }

  /**
   * Gives up what could not be done: an order that could not begin is cancelled; one that could not
   * take an answer waits on, until its time is over or another answer comes.
   */
  @Transactional
  public boolean discard(String id, String who) {
    Optional<Incident> incident = take(id);
    incident.ifPresent(
        found -> {
          if (found.kind().equals("START")) {
            orders.record(Map.of(), Map.of(), Map.of(found.businessKey(), Status.CANCELLED));
          }
          try (MDC.MDCCloseable order = MDC.putCloseable("order", found.businessKey())) {
            log.info(
                "Incident {} of {} {} discarded by {}",
                found.kind(),
                found.process(),
                found.activity(),
                who);
          }
        });
    return incident.isPresent();
  }

  private Optional<Incident> take(String id) {
    Optional<Incident> incident =
        jdbc.sql("SELECT * FROM flow_incident WHERE id = :id FOR UPDATE")
            .param("id", id)
            .query(Incident.class)
            .optional();
    incident.ifPresent(
        found -> jdbc.sql("DELETE FROM flow_incident WHERE id = :id").param("id", id).update());
    return incident;
  }

  private static Throwable rootOf(Throwable why) {
    Throwable root = why;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
