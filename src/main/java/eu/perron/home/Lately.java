package eu.perron.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Remembers for a moment what costs a count, so that a hundred onlookers cost as much as one. */
final class Lately<T> {
  private final Clock clock;
  private final Duration moment;
  private final Supplier<T> count;
  private T value;
  private Instant until = Instant.MIN;

  Lately(Clock clock, Duration moment, Supplier<T> count) {
    this.clock = clock;
    this.moment = moment;
    this.count = count;
  }

  synchronized T get() {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      value = count.get();
      until = now.plus(moment);
    }
    return value;
  }
}
