package eu.perron.sanctions;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A list as it was handed in, and what became of it.
 *
 * @param generatedOn the day the publisher wrote into it
 * @param demonstration its names are invented
 * @param decidedAt when it came into force or was discarded; null: nobody decided yet
 */
public record ListVersion(
    long version,
    State state,
    String format,
    String fileName,
    long fileSize,
    String sha256,
    LocalDate generatedOn,
    int entries,
    int names,
    boolean demonstration,
    Instant takenAt,
    String takenBy,
    Instant decidedAt,
    String decidedBy,
    Instant endedAt) {

  public enum State {
    /** Read and kept; what would change is shown, nobody is screened by it. */
    PROPOSED,
    IN_FORCE,
    FORMER,
    DISCARDED
  }
}
