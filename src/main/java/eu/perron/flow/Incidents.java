package eu.perron.flow;

import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What could not be done and stands alone until an operator looks: shown at {@code /operations}, with retry. */
@Component
public class Incidents {
  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  private static final int LONGEST = 2000;
  private final JdbcClient jdbc;
  private final Clock clock;

  Incidents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param kind START: the process could not begin; ANSWER: an answer could not be taken */
  public record Incident(String id, String businessKey, String kind, String process, String activity, String answer,
      String problem, int attempts, Instant createdAt) {}

  void startFailed(String process, String key, RuntimeException why) {
    record(key, "START", process, "", "", why);
  }

  void answerFailed(GivenAnswer given, RuntimeException why) {
    record(given.businessKey(), "ANSWER", given.process(), given.activity(), given.answer(), why);
  }

  private void record(String key, String kind, String process, String activity, String answer, RuntimeException why) {
    try (MDC.MDCCloseable order = MDC.putCloseable("order", key)) {
      log.warn("Incident: {} of {} {}: {}", kind, process, activity, rootOf(why).toString());
    }
    String problem = rootOf(why).toString();
    jdbc.sql("INSERT INTO flow_incident (id, business_key, kind, process, activity, answer, problem, created_at) "
            + "VALUES (:id, :key, :kind, :process, :activity, :answer, :problem, :now) "
            + "ON DUPLICATE KEY UPDATE problem = VALUES(problem), answer = VALUES(answer), attempts = attempts + 1")
        .param("id", Ids.next()).param("key", key).param("kind", kind).param("process", process)
        .param("activity", activity).param("answer", answer)
        .param("problem", problem.substring(0, Math.min(LONGEST, problem.length())))
        .param("now", Timestamp.from(clock.instant())).update();
  }

  public List<Incident> newest(int most) {
    return jdbc.sql("SELECT * FROM flow_incident ORDER BY created_at DESC LIMIT :most").param("most", most)
        .query(Incident.class).list();
  }

  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM flow_incident").query(Long.class).single();
  }

  Optional<Incident> take(String id) {
    Optional<Incident> incident = jdbc.sql("SELECT * FROM flow_incident WHERE id = :id FOR UPDATE").param("id", id)
        .query(Incident.class).optional();
    incident.ifPresent(found -> jdbc.sql("DELETE FROM flow_incident WHERE id = :id").param("id", id).update());
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
