package eu.perron.exchange;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Twice as long after each try, up to five minutes, with a little chance so that not all come back
 * together.
 */
final class Backoff {
  private static final long LONGEST = Duration.ofMinutes(5).toMillis();

  private Backoff() {}

  static Duration after(int attempts) {
    long millis = Math.min(LONGEST, 500L << Math.min(attempts, 16));
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
  }
}
