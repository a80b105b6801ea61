package eu.perron.exchange;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether we come after what partners tell us. */
@Component
public class Backlog {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final JdbcTemplate jdbc;
  private final Clock clock;

  Backlog(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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
