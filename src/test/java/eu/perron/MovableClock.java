package eu.perron;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Real time and what a test added to it. It only goes forward, as time does. */
public final class MovableClock extends Clock {
  private final AtomicLong aheadMillis;
  private final Clock real;

  public MovableClock() {
    this(new AtomicLong(), Clock.systemUTC());
  }

  private MovableClock(AtomicLong aheadMillis, Clock real) {
    this.aheadMillis = aheadMillis;
    this.real = real;
  }

  public void pass(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time does not go back: " + time);
    }
    aheadMillis.addAndGet(time.toMillis());
  }

  @Override
  public Instant instant() {
    return real.instant().plusMillis(aheadMillis.get());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovableClock(aheadMillis, Clock.system(zone == null ? ZoneOffset.UTC : zone));
  }
}
