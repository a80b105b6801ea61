package eu.perron.delivery;

import java.util.List;

/**
 * What a carrier answers to a {@link LabelBooking}: a label with a number for each parcel, or why
 * not.
 *
 * @param refusal null if it made the label
 */
public record LabelAnswer(
    String bookingKey,
    List<Numbered> pieces,
    String labelContentType,
    byte[] label,
    String refusal) {

  /** Our parcel number and the carrier's. */
  public record Numbered(String parcelNumber, String barcode) {}

  public static LabelAnswer refused(String bookingKey, String why) {
    return new LabelAnswer(bookingKey, List.of(), null, null, why);
  }

  LabelAnswer of(String otherBooking) {
    return new LabelAnswer(otherBooking, pieces, labelContentType, label, refusal);
  }

  public boolean hasNoLabel() {
    return refusal != null;
  }
}
