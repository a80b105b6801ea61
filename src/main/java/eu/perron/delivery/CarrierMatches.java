package eu.perron.delivery;

import eu.perron.delivery.DeliveryRows.ParcelRow;
import eu.perron.exchange.Match;
import eu.perron.exchange.Partner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a carrier's news under the right number when a person knows which parcel is meant. */
@Component
class CarrierMatches {
  private final LockedDeliveries locked;
  private final DeliveryRows rows;

  CarrierMatches(LockedDeliveries locked, DeliveryRows rows) {
    this.locked = locked;
    this.rows = rows;
  }

  /**
   * @param number an order with one parcel, or a parcel
   */
  Match<TrackingEvent> tracking(Partner carrier, TrackingEvent event, String number) {
    List<ParcelRow> meant = rows.meant(carrier, number);
    if (meant.isEmpty()) {
      return Match.impossible(
          "No parcel of %s that %s carries has a number of its own yet".formatted(number, carrier));
    }
    if (meant.size() > 1) {
      return Match.impossible(
          "Order %s has several parcels; name the one that is meant: %s"
              .formatted(
                  number,
                  meant.stream().map(ParcelRow::parcelNumber).collect(Collectors.joining(", "))));
    }
    String barcode = meant.get(0).barcode();
    return Match.to(event.of(barcode), barcode);
  }

  /** A label names our parcels, so it cannot be another order's. */
  Match<LabelAnswer> label(Partner carrier, LabelAnswer answer, String number) {
    Optional<DeliveryRow> meant = delivery(carrier, number);
    if (meant.isEmpty()) {
      return Match.impossible(nothingBooked(carrier, number));
    }
    List<String> parcels = locked.parcels(number).stream().map(ParcelRow::parcelNumber).toList();
    List<String> labelled =
        answer.pieces() == null
            ? List.of()
            : answer.pieces().stream().map(LabelAnswer.Numbered::parcelNumber).toList();
    if (!parcels.containsAll(labelled)) {
      return Match.impossible(
          "The label is for the parcels %s, which are not those of order %s"
              .formatted(labelled, number));
    }
    String key = meant.get().key().toString();
    return Match.to(answer.of(key), key);
  }

  Match<NewAttemptAnswer> newAttempt(Partner carrier, NewAttemptAnswer answer, String number) {
    return delivery(carrier, number)
        .map(meant -> meant.orderNumber() + "-" + meant.round())
        .map(key -> Match.to(new NewAttemptAnswer(key, number, answer.refusal()), key))
        .orElseGet(() -> Match.impossible(nothingBooked(carrier, number)));
  }

  private Optional<DeliveryRow> delivery(Partner carrier, String number) {
    return rows.find(number).filter(delivery -> delivery.carrier() == carrier);
  }

  private static String nothingBooked(Partner carrier, String number) {
    return "Nothing was booked with %s for %s".formatted(carrier, number);
  }
}
