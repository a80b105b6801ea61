package eu.perron.delivery;

import eu.perron.orders.DeliveryService;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The letter that books a carrier's label.
 *
 * @param key our reference, fixed before the first send
 * @param bookedAt the same at every resend
 * @param streetCorrected a clerk changed the street since the carrier refused it
 * @param goods what is inside, for the customs note of the label
 */
public record LabelBooking(
    String key,
    String orderNumber,
    Instant bookedAt,
    DeliveryService service,
    String pickupPoint,
    Consignee consignee,
    boolean streetCorrected,
    List<Piece> pieces,
    String goods) {

  public record Consignee(
      String name,
      String street,
      String postcode,
      String city,
      String country,
      String email,
      String phone) {}

  /** One parcel, by the number printed on our own label. */
  public record Piece(
      String number, BigDecimal grossWeightKg, int lengthCm, int widthCm, int heightCm) {}
}
