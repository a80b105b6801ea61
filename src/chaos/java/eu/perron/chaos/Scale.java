package eu.perron.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * How much of it: everything, or a tenth of the counts and times; and the seed that makes chance
 * repeatable.
 */
record Scale(boolean quick, long seed) {
  int of(int whole) {
    return quick ? Math.max(1, whole / 10) : whole;
  }

  /** A tenth, but not less than it takes to see anything. */
  int of(int whole, int atLeast) {
    return Math.max(atLeast, of(whole));
  }

  Duration of(Duration whole, Duration atLeast) {
    Duration scaled = quick ? whole.dividedBy(10) : whole;
    return scaled.compareTo(atLeast) < 0 ? atLeast : scaled;
  }

  Random chance() {
    return new Random(seed);
  }

  Scale withSeed(long other) {
    return new Scale(quick, other);
  }
}
