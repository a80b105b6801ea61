package eu.perron.reference;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A list as it was handed in, and what became of it.
 *
 * @param countsFrom the day from which it counts, until another of its kind does; null: none yet
 * @param leftOut rows that are of no use here: other territories, headings, offices that are closed
 * @param decidedAt when somebody put it in force or left it; null: nobody decided yet
 */
public record ListVersion(
    long version,
    ListKind kind,
    State state,
    LocalDate countsFrom,
    String fileName,
    long fileSize,
    String sha256,
    int entries,
    int leftOut,
    Instant takenAt,
    String takenBy,
    Instant decidedAt,
    String decidedBy) {

  public enum State {
    /** Read and kept; what would change is shown, nobody goes by it. */
    PROPOSED,
    IN_FORCE,
    DISCARDED
  }
}
