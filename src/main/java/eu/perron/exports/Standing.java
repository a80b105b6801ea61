package eu.perron.exports;

import java.time.Instant;
import java.util.Comparator;

/**
 * One thing customs said, and what it weighs against another. Any two compare, so whatever the
 * order in which receipts arrive, the same one stands at the end.
 */
record Standing(ExportState state, Integer status, Instant at, String reason) {
  private static final Comparator<Standing> WEIGHT =
      Comparator.<Standing, Boolean>comparing(standing -> standing.state.isDecision())
          .thenComparing(standing -> standing.state.isDecision() ? standing.at : Instant.MIN)
          .thenComparing(Standing::state)
          .thenComparing(Standing::at, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Standing::status, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Standing::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

  boolean prevailsOver(Standing other) {
    return WEIGHT.compare(this, other) > 0;
  }

  /** Some answers tell how far the message travelled, not how it stands. */
  boolean isNews() {
    return state != ExportState.DECLARED;
  }
}
