package eu.perron.bench;

import java.util.Locale;

/**
 * How much of it.
 *
 * @param orders of each run of the journey; 0: as many as the time allows
 */
record Size(Kind kind, int orders) {
  private static final int[] JOURNEYS = {20_000, 10_000, 5_000, 2_000, 1_000, 500, 300, 200, 100};

  enum Kind {
    /** All that was asked, however long it takes. */
    FULL,
    /** What fits into twenty minutes. */
    WHOLE,
    /** A tenth of that. */
    QUICK
  }

  static Size named(String name, int orders) {
    return new Size(Kind.valueOf(name.toUpperCase(Locale.ROOT)), orders);
  }

  boolean quick() {
    return kind == Kind.QUICK;
  }

  /**
   * @param full as was asked
   * @param whole as fits
   */
  int of(int full, int whole) {
    return switch (kind) {
      case FULL -> full;
      case WHOLE -> whole;
      case QUICK -> Math.max(1, whole / 10);
    };
  }

  /** A tenth, but not less than it takes to see anything. */
  int of(int full, int whole, int atLeast) {
    return Math.max(atLeast, of(full, whole));
  }

  /**
   * @param perSecond how many there were in a first try
   * @param seconds they may take
   * @return a round number of orders
   */
  int journey(double perSecond, int seconds) {
    if (orders > 0) {
      return orders;
    }
    if (kind == Kind.FULL) {
      return JOURNEYS[0];
    }
    for (int many : JOURNEYS) {
      if (many / perSecond <= (quick() ? seconds / 3 : seconds)) {
        return many;
      }
    }
    return JOURNEYS[JOURNEYS.length - 1];
  }

  /** A median wants three; a tenth of the time does not allow for them. */
  int runs() {
    return quick() ? 1 : 3;
  }
}
