package eu.perron.trade;

import eu.perron.trade.Milestone.Level;
import eu.perron.trade.Milestone.Quality;
import java.time.Instant;
import java.util.Objects;

/**
 * Something happened, or will, to an air consignment and so to every order aboard.
 *
 * @param place as the source names it; may be null
 * @param source who says so: a partner's name or a room of ours
 * @param note for people; may be null
 */
public record ConsignmentMilestone(
    String consignmentNumber,
    MilestoneCode code,
    Instant at,
    String place,
    Level level,
    Quality quality,
    String source,
    String note) {

  public ConsignmentMilestone {
    Objects.requireNonNull(consignmentNumber, "consignmentNumber");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(source, "source");
  }

  /** It did happen, and to the whole master air waybill, until told otherwise. */
  public static ConsignmentMilestone of(
      String consignmentNumber, MilestoneCode code, Instant at, String source) {
    return new ConsignmentMilestone(
        consignmentNumber, code, at, null, Level.MASTER, Quality.ACTUAL, source, null);
  }

  public ConsignmentMilestone at(String place) {
    return new ConsignmentMilestone(
        consignmentNumber, code, at, place, level, quality, source, note);
  }

  public ConsignmentMilestone on(Level level) {
    return new ConsignmentMilestone(
        consignmentNumber, code, at, place, level, quality, source, note);
  }

  public ConsignmentMilestone as(Quality quality) {
    return new ConsignmentMilestone(
        consignmentNumber, code, at, place, level, quality, source, note);
  }

  public ConsignmentMilestone noting(String note) {
    return new ConsignmentMilestone(
        consignmentNumber, code, at, place, level, quality, source, note);
  }

  /** What it means for one order aboard. */
  public Milestone forOrder(String orderNumber) {
    return new Milestone(orderNumber, code, at, place, level, quality, source, note);
  }
}
