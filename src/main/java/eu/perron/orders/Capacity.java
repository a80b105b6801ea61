package eu.perron.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many accepted orders may wait for their start. Counted once a second at most: a rough limit
 * is enough.
 */
@Component
class Capacity {
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final long limit;
  private volatile Count last = new Count(Instant.MIN, 0);

  private record Count(Instant at, long waiting) {}

  Capacity(JdbcClient jdbc, Clock clock, IntakeSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.limit = settings.intake().limit();
  }

  boolean isFull() {
    Instant now = clock.instant();
    Count known = last;
    if (known.at().isBefore(now.minus(GOOD_FOR))) {
      known =
          new Count(
              now,
              jdbc.sql("SELECT COUNT(*) FROM orders WHERE started = FALSE")
                  .query(Long.class)
                  .single());
      last = known;
    }
    return known.waiting() >= limit;
  }
}
