package eu.perron.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How much lies in the archive, for the operator.
 *
 * @param days newest first
 */
public record ArchiveFigures(Sum sum, List<Day> days) {

  /** Moved since the beginning, less what was brought back. */
  public record Sum(long orders, long consignments, long messages, long erased) {}

  /**
   * A day (UTC) of all nodes.
   *
   * @param keptBack in the last round: ended long enough, but something about them is open
   * @param problem the last that could not be archived, and why
   */
  public record Day(
      LocalDate day,
      long orders,
      long consignments,
      long messages,
      long erased,
      long broughtBack,
      Instant lastRoundAt,
      int keptBack,
      String problem) {}
}
