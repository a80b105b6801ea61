package eu.perron.trade;

import java.time.Instant;
import java.util.Objects;

/**
 * Something happened, or will, to the goods of an order: the event by which rooms tell each other.
 *
 * @param place as the source names it; may be null
 * @param source who says so: a partner's name or a room of ours
 * @param note for people; may be null
 */
public record Milestone(
    String orderNumber,
    MilestoneCode code,
    Instant at,
    String place,
    Level level,
    Quality quality,
    String source,
    String note) {

  /** What the source saw: the parcel itself, or something it travels in. */
  public enum Level {
    PARCEL,
    BAG,
    HOUSE,
    MASTER,
    ULD
  }

  /** How sure the time is. */
  public enum Quality {
    PLANNED,
    ESTIMATED,
    ACTUAL
  }

  public Milestone {
    Objects.requireNonNull(orderNumber, "orderNumber");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(source, "source");
  }

  /** It did happen, and to the parcel, until told otherwise. */
  public static Milestone of(String orderNumber, MilestoneCode code, Instant at, String source) {
    return new Milestone(orderNumber, code, at, null, Level.PARCEL, Quality.ACTUAL, source, null);
  }

  public Milestone at(String place) {
    return new Milestone(orderNumber, code, at, place, level, quality, source, note);
  }

  public Milestone on(Level level) {
    return new Milestone(orderNumber, code, at, place, level, quality, source, note);
  }

  public Milestone as(Quality quality) {
    return new Milestone(orderNumber, code, at, place, level, quality, source, note);
  }

  public Milestone noting(String note) {
    return new Milestone(orderNumber, code, at, place, level, quality, source, note);
  }
}
