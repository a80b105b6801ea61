package eu.perron.duties;

import java.time.Instant;

/** A file of rates as it was handed in. */
public record RateFile(
    String id,
    String name,
    RateFormat format,
    State state,
    Instant readAt,
    String readBy,
    Instant decidedAt,
    String decidedBy,
    int rates) {

  public enum State {
    /** Read and shown; nothing took effect. */
    SHOWN,
    IN_FORCE,
    /** Seen and left. */
    LEFT
  }
}
