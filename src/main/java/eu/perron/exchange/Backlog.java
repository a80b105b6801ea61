package eu.perron.exchange;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether we come after with what there is to do. */
@Component
public class Backlog {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final List<Burden> burdens;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  Backlog(List<Burden> burdens, JdbcTemplate jdbc, Clock clock) {
    this.burdens = burdens;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What can wait, should: {@link #isBehind}, or a room has all hands full. */
  boolean isBurdened() {
    return burdens.stream().anyMatch(Burden::isHeavy) || isBehind();
  }

  /**
   * News lies here that nobody has looked at for some seconds: there is more work under way than is
   * done. What was looked at and waits for something else does not count.
   */
  public boolean isBehind() {
    return !jdbc.queryForList(
            "SELECT 1 FROM exchange_arrival WHERE state = 'NEW' AND attempts = 0 AND due_at < ? LIMIT 1",
            Integer.class,
            Timestamp.from(clock.instant().minus(SOON)))
        .isEmpty();
  }
}
