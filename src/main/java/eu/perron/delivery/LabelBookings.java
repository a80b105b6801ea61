package eu.perron.delivery;

import eu.perron.orders.Order;
import eu.perron.orders.Party;
import java.time.Instant;

/** Makes the letter that books a label out of an order and a clerk's corrections. */
final class LabelBookings {
  private LabelBookings() {}

  /** A correction that is null leaves what the seller wrote. */
  static LabelBooking of(Order order, String key, Instant now, Address corrected) {
    String street = corrected.street();
    Party to = order.consignee();
    return new LabelBooking(
        key,
        order.number(),
        now,
        order.delivery().service(),
        order.delivery().pickupPoint(),
        new LabelBooking.Consignee(
            to.name(),
            or(street, to.street()),
            or(corrected.postcode(), to.postcode()),
            or(corrected.city(), to.city()),
            to.country(),
            to.email(),
            to.phone()),
        street != null && !street.strip().equalsIgnoreCase(to.street().strip()),
        order.parcels().stream()
            .map(
                parcel ->
                    new LabelBooking.Piece(
                        parcel.number(),
                        parcel.grossWeightKg(),
                        parcel.lengthCm(),
                        parcel.widthCm(),
                        parcel.heightCm()))
            .toList(),
        order.goods());
  }

  private static String or(String corrected, String original) {
    return corrected == null ? original : corrected;
  }
}
