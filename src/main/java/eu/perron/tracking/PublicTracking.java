package eu.perron.tracking;

import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import eu.perron.trade.Milestone.Level;
import eu.perron.trade.Milestone.Quality;
import eu.perron.trade.MilestoneCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What anybody may know who has a number from the parcel: nothing about persons, goods or values.
 */
@Schema(name = "Tracking")
public record PublicTracking(
    String number,
    String orderNumber,
    Status status,
    Stage stage,
    String originCountry,
    String destinationCountry,
    LocalDate promisedBy,
    Instant deliveredAt,
    List<Parcel> parcels,
    List<Event> timeline) {

  @Schema(name = "TrackedParcel")
  public record Parcel(String number, String carrier, String carrierNumber) {}

  @Schema(name = "TrackingEvent")
  public record Event(
      MilestoneCode code, Instant at, String place, Level level, String source, Quality kind) {}

  static PublicTracking of(String number, OrderView order) {
    List<Event> timeline =
        order.timeline().stream()
            .map(
                entry ->
                    new Event(
                        entry.code(),
                        entry.at(),
                        entry.place(),
                        entry.level(),
                        entry.source(),
                        entry.kind()))
            .toList();
    Instant delivered =
        timeline.stream()
            .filter(
                event -> event.code() == MilestoneCode.DELIVERED && event.kind() == Quality.ACTUAL)
            .map(Event::at)
            .findFirst()
            .orElse(null);
    return new PublicTracking(
        number,
        order.orderNumber(),
        order.status(),
        order.stage(),
        order.lane().substring(0, 2),
        order.lane().substring(3),
        order.promisedBy(),
        delivered,
        order.parcels().stream()
            .map(parcel -> new Parcel(parcel.number(), parcel.carrier(), parcel.carrierNumber()))
            .toList(),
        timeline);
  }
}
