package eu.perron.delivery;

import eu.perron.exchange.Letter;
import eu.perron.exchange.Outbox;
import eu.perron.exchange.Partner;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.orders.Party;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last mile: from the hub's exit to the consignee's door, in a carrier's hands. */
@Component
@Transactional
public class Deliveries {
  static final String LABEL = "label";
  static final String NEW_ATTEMPT = "new-attempt";
  static final String RECALL = "recall";
  private static final String NO_CARRIER = "No carrier takes it";

  private final LockedDeliveries locked;
  private final DeliveryRows rows;
  private final Orders orders;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Deliveries(
      LockedDeliveries locked,
      DeliveryRows rows,
      Orders orders,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.locked = locked;
    this.rows = rows;
    this.orders = orders;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  public DeliveryFacts measure(String orderNumber) {
    Order order = orders.get(orderNumber);
    return new DeliveryFacts(
        order.delivery().service(),
        order.consignee().country(),
        order.consignee().postcode(),
        order.grossWeightKg().doubleValue(),
        Objects.requireNonNullElse(order.delivery().carrier(), ""));
  }

  /**
   * Books a label. Booked before is booked.
   *
   * @param carrier a partner's name as decisions and sellers write it ({@code BPOST}, {@code
   *     bpost}); {@code none} if no carrier takes it
   */
  public void book(String orderNumber, String carrier) {
    if (locked.lock(orderNumber).isPresent()) {
      return;
    }
    if (carrier.strip().equalsIgnoreCase("none")) {
      events.publishEvent(new LabelRefused(orderNumber, NO_CARRIER));
      return;
    }
    Partner partner = CarrierEars.carrier(carrier);
    Order order = orders.get(orderNumber);
    BookingKey key = new BookingKey(orderNumber, 1);
    Instant now = now();
    rows.insert(order, partner, key, now);
    post(partner, order, key, now, Address.AS_ORDERED);
  }

  /**
   * Books once more under a new reference, after the carrier refused; blank leaves that part of the
   * address alone.
   */
  public void bookAgain(String orderNumber, String street, String postcode, String city) {
    Optional<DeliveryRow> found = locked.lock(orderNumber);
    if (found.isEmpty()) {
      events.publishEvent(new LabelRefused(orderNumber, NO_CARRIER));
      return;
    }
    DeliveryRow delivery = found.get();
    if (delivery.isLabelled()) {
      return;
    }
    BookingKey key = new BookingKey(orderNumber, delivery.key().booking() + 1);
    Address before = Objects.requireNonNullElse(delivery.corrected(), Address.AS_ORDERED);
    Address address =
        new Address(
            given(street, before.street()),
            given(postcode, before.postcode()),
            given(city, before.city()));
    Instant now = now();
    rows.bookAgain(key, address, now);
    events.publishEvent(
        new AddressCorrected(
            orderNumber, addressOf(orderNumber, before), addressOf(orderNumber, address)));
    post(delivery.carrier(), orders.get(orderNumber), key, now, address);
  }

  /**
   * The carrier takes it away.
   *
   * @param released what customs says: the guard at the exit asks, and nothing else opens the door
   */
  public void handOver(String orderNumber, boolean released) {
    if (!released) {
      throw new ExitForbidden(orderNumber);
    }
    DeliveryRow delivery = locked(orderNumber);
    if (delivery.handedOverAt() != null) {
      return;
    }
    if (!delivery.isLabelled()) {
      throw new IllegalStateException(
          "Order " + orderNumber + " has no label to leave the hub with");
    }
    Instant now = now();
    rows.handOver(
        orderNumber,
        delivery.state() == DeliveryState.LABELLED ? DeliveryState.HANDED_OVER : delivery.state(),
        now);
    events.publishEvent(
        Milestone.of(orderNumber, MilestoneCode.HANDED_TO_CARRIER, now, "delivery")
            .at(CarrierEars.hubOf(delivery.carrier()))
            .noting(delivery.carrier().id()));
  }

  /**
   * Asks the carrier to try once more; what is on its way back, or back, is not delivered however
   * often we ask.
   */
  public void askNewAttempt(String orderNumber) {
    DeliveryRow delivery = locked(orderNumber);
    if (delivery.state().goesBack()) {
      events.publishEvent(new GoesBack(orderNumber));
    } else if (!delivery.state().isTerminal()) {
      int round = delivery.round() + 1;
      rows.openRound(orderNumber, round);
      instruct(delivery, NEW_ATTEMPT, orderNumber + "-" + round);
    }
  }

  /**
   * Has an order brought back, unless it comes by itself.
   *
   * @return whether it is away: a carrier has it, or had it and has not brought it back
   */
  public boolean recall(String orderNumber) {
    Optional<DeliveryRow> away =
        locked
            .lock(orderNumber)
            .filter(delivery -> delivery.handedOverAt() != null && !delivery.told().back());
    away.filter(delivery -> !delivery.state().isTerminal())
        .ifPresent(delivery -> instruct(delivery, RECALL, orderNumber));
    return away.isPresent();
  }

  /** The address as a clerk corrected it, if one did. */
  public Optional<Address> correctedAddress(String orderNumber) {
    return rows.find(orderNumber).map(DeliveryRow::corrected);
  }

  private void instruct(DeliveryRow delivery, String operation, String key) {
    List<String> barcodes =
        locked.parcels(delivery.orderNumber()).stream()
            .map(DeliveryRows.ParcelRow::barcode)
            .toList();
    outbox.post(
        new Letter(
            delivery.carrier(),
            operation,
            key,
            delivery.orderNumber(),
            new Instruction(key, delivery.orderNumber(), now(), barcodes)));
  }

  public Optional<Label> label(String orderNumber) {
    return rows.label(orderNumber);
  }

  /**
   * @return the number of the order in which a carrier's barcode travels
   */
  public Optional<String> findByBarcode(String barcode) {
    return rows.findOrder(barcode);
  }

  public Optional<DeliveryView> view(String orderNumber) {
    return rows.find(orderNumber).map(this::view);
  }

  private DeliveryView view(DeliveryRow delivery) {
    String order = delivery.orderNumber();
    return new DeliveryView(
        order,
        delivery.carrier().id(),
        delivery.state(),
        locked.parcels(order).stream()
            .map(DeliveryRows.ParcelRow::barcode)
            .filter(Objects::nonNull)
            .toList(),
        delivery.isLabelled(),
        delivery.refusal(),
        delivery.handedOverAt(),
        delivery.round() - 1,
        rows.seen(order));
  }

  private void post(Partner carrier, Order order, BookingKey key, Instant now, Address corrected) {
    LabelBooking booking = LabelBookings.of(order, key.toString(), now, corrected);
    outbox.post(new Letter(carrier, LABEL, key.toString(), order.number(), booking));
  }

  private DeliveryRow locked(String orderNumber) {
    return locked
        .lock(orderNumber)
        .orElseThrow(() -> new NoSuchElementException("No delivery of order " + orderNumber));
  }

  /** Where the parcel goes, its corrections over what the seller said. */
  private Address addressOf(String orderNumber, Address corrected) {
    Party consignee = orders.get(orderNumber).consignee();
    return new Address(
        given(corrected.street(), consignee.street()),
        given(corrected.postcode(), consignee.postcode()),
        given(corrected.city(), consignee.city()));
  }

  private static String given(String corrected, String before) {
    return corrected == null || corrected.isBlank() ? before : corrected.strip();
  }

  /** As exact as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
