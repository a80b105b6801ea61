package eu.perron.delivery;

import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what carriers answer and tell; the same thing twice, or in another order, changes
 * nothing.
 */
@Component
@Transactional
class CarrierNews {
  private static final int LONGEST_REASON = 500;

  private final LockedDeliveries locked;
  private final DeliveryRows rows;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CarrierNews(
      LockedDeliveries locked, DeliveryRows rows, ApplicationEventPublisher events, Clock clock) {
    this.locked = locked;
    this.rows = rows;
    this.events = events;
    this.clock = clock;
  }

  /** What the answers are about is locked together. */
  void prepareLabels(List<LabelAnswer> answers) {
    locked.layOut(
        answers.stream()
            .flatMap(answer -> BookingKey.parse(answer.bookingKey()).stream())
            .map(BookingKey::orderNumber)
            .toList());
  }

  void prepareTracking(Partner carrier, List<TrackingEvent> events) {
    locked.layOut(carrier, events.stream().map(TrackingEvent::barcode).toList());
  }

  Outcome label(Partner carrier, LabelAnswer answer) {
    Optional<BookingKey> key = BookingKey.parse(answer.bookingKey());
    Optional<DeliveryRow> found =
        key.flatMap(known -> locked.lock(known.orderNumber()))
            .filter(delivery -> delivery.carrier() == carrier)
            .filter(delivery -> delivery.key().booking() >= key.get().booking());
    if (found.isEmpty()) {
      return Outcome.unmatched("No booking " + answer.bookingKey());
    }
    DeliveryRow delivery = found.get();
    if (!delivery.key().equals(key.get()) || delivery.state() != DeliveryState.BOOKED) {
      return Outcome.applied(delivery.orderNumber());
    }
    if (answer.hasNoLabel()) {
      String why = cut(answer.refusal());
      rows.refuse(delivery.orderNumber(), why);
      events.publishEvent(new LabelRefused(delivery.orderNumber(), why));
    } else {
      labelled(delivery, answer);
    }
    return Outcome.applied(delivery.orderNumber());
  }

  private void labelled(DeliveryRow delivery, LabelAnswer answer) {
    String order = delivery.orderNumber();
    List<DeliveryRows.ParcelRow> parcels = locked.parcels(order);
    Map<String, String> barcodes =
        answer.pieces().stream()
            .collect(
                Collectors.toMap(
                    LabelAnswer.Numbered::parcelNumber, LabelAnswer.Numbered::barcode));
    if (!parcels.stream().allMatch(parcel -> barcodes.containsKey(parcel.parcelNumber()))) {
      throw new IllegalStateException(
          "%s numbered %s of the %d parcels of order %s"
              .formatted(delivery.carrier(), barcodes.keySet(), parcels.size(), order));
    }
    Instant now = now();
    parcels.forEach(parcel -> rows.number(parcel, barcodes.get(parcel.parcelNumber()), now));
    rows.keepLabel(delivery.key(), new Label(answer.labelContentType(), answer.label()));
    rows.become(order, DeliveryState.LABELLED, delivery.told());
    String carrier = delivery.carrier().id();
    String first = barcodes.get(parcels.get(0).parcelNumber());
    events.publishEvent(
        Milestone.of(order, MilestoneCode.LABELLED, now, carrier)
            .noting(String.join(", ", barcodes.values())));
    events.publishEvent(new Labelled(order, carrier, first));
  }

  Outcome newAttempt(NewAttemptAnswer answer) {
    if (answer.refusal() == null) {
      return Outcome.applied(answer.orderNumber());
    }
    Optional<DeliveryRow> found = locked.lock(answer.orderNumber());
    if (found.isEmpty()) {
      return Outcome.unmatched("No delivery of order " + answer.orderNumber());
    }
    DeliveryRow delivery = found.get();
    boolean current = answer.key().equals(delivery.orderNumber() + "-" + delivery.round());
    if (current && delivery.told().round() < delivery.round() && !delivery.state().isTerminal()) {
      rows.become(
          delivery.orderNumber(),
          delivery.state(),
          new Told(DeliveryState.NOT_DELIVERED, delivery.round(), delivery.told().back()));
      events.publishEvent(new NotDelivered(delivery.orderNumber(), cut(answer.refusal())));
    }
    return Outcome.applied(delivery.orderNumber());
  }

  Outcome tracking(Partner carrier, TrackingEvent event) {
    Optional<DeliveryRows.ParcelRow> found = locked.findParcel(carrier, event.barcode());
    if (found.isEmpty()) {
      return Outcome.unmatched("No parcel " + event.barcode() + " with " + carrier);
    }
    DeliveryRows.ParcelRow parcel = found.get();
    DeliveryRow delivery = locked.lock(parcel.orderNumber()).orElseThrow();
    Instant now = now();
    if (!rows.insert(parcel, event, now)) {
      return Outcome.applied(delivery.orderNumber());
    }
    List<DeliveryRows.ParcelRow> parcels = locked.parcels(delivery.orderNumber());
    if (event.milestone() != null) {
      events.publishEvent(
          Milestone.of(delivery.orderNumber(), event.milestone(), event.at(), carrier.id())
              .at(event.place())
              .noting(note(event, parcels.size())));
    }
    settle(delivery, parcels, parcel, event, now);
    return Outcome.applied(delivery.orderNumber());
  }

  private void settle(
      DeliveryRow delivery,
      List<DeliveryRows.ParcelRow> parcels,
      DeliveryRows.ParcelRow parcel,
      TrackingEvent event,
      Instant now) {
    Map<String, List<Standing.Sign>> signs = locked.signs(delivery.orderNumber());
    Map<String, DeliveryState> states =
        parcels.stream()
            .map(DeliveryRows.ParcelRow::parcelNumber)
            .collect(
                Collectors.toMap(
                    number -> number,
                    number ->
                        Standing.ofParcel(signs.getOrDefault(number, List.of()), delivery.ours())));
    rows.heard(parcel.parcelNumber(), isFollowed(states.get(parcel.parcelNumber())), now);
    DeliveryState state = Standing.ofOrder(List.copyOf(states.values()));
    if (Told.mayBeNews(delivery.state(), state, event.state())) {
      List<Object> news =
          delivery.told().announce(delivery.orderNumber(), state, delivery.round(), reason(event));
      rows.become(delivery.orderNumber(), state, delivery.told().after(state, delivery.round()));
      news.forEach(events::publishEvent);
    }
  }

  /** What is on its way back is worth asking for until it stands here. */
  private static boolean isFollowed(DeliveryState state) {
    return !state.isTerminal()
        || state == DeliveryState.REFUSED
        || state == DeliveryState.RETURNING;
  }

  private static String reason(TrackingEvent event) {
    return event.says() == null ? event.code() : event.says();
  }

  private static String note(TrackingEvent event, int parcels) {
    return parcels == 1 ? event.says() : reason(event) + " (" + event.barcode() + ")";
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
