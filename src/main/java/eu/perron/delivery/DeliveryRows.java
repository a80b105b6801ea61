package eu.perron.delivery;

import eu.perron.exchange.Partner;
import eu.perron.house.Seal;
import eu.perron.orders.Order;
import eu.perron.orders.Parcel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of this room: what is written, and what is shown. */
@Component
class DeliveryRows {
  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final LockedDeliveries locked;
  private final Seal seal;

  DeliveryRows(
      JdbcClient jdbc, NamedParameterJdbcTemplate batches, LockedDeliveries locked, Seal seal) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.locked = locked;
    this.seal = seal;
  }

  Optional<DeliveryRow> find(String orderNumber) {
    return jdbc.sql("SELECT d.* FROM delivery d WHERE d.order_number = :order")
        .param("order", orderNumber)
        .query((row, n) -> DeliveryRow.read(row, seal))
        .optional();
  }

  /**
   * Labelled parcels with this carrier.
   *
   * @param number of an order or of one parcel
   */
  List<ParcelRow> meant(Partner carrier, String number) {
    return jdbc.sql(
            "SELECT parcel_number, order_number, barcode FROM delivery_parcel "
                + "WHERE (order_number = :number OR parcel_number = :number) AND carrier = :carrier "
                + "AND barcode IS NOT NULL ORDER BY parcel_number")
        .param("number", number)
        .param("carrier", carrier.name())
        .query(ParcelRow.class)
        .list();
  }

  Optional<String> findOrder(String barcode) {
    return jdbc.sql("SELECT order_number FROM delivery_parcel WHERE barcode = :barcode LIMIT 1")
        .param("barcode", barcode)
        .query(String.class)
        .optional();
  }

  void insert(Order order, Partner carrier, BookingKey key, Instant now) {
    jdbc.sql(
            "INSERT INTO delivery (order_number, carrier, booking, booking_key, booked_at, state) "
                + "VALUES (:order, :carrier, :booking, :key, :now, 'BOOKED')")
        .param("order", order.number())
        .param("carrier", carrier.name())
        .param("booking", key.booking())
        .param("key", key.toString())
        .param("now", utc(now))
        .update();
    batches.batchUpdate(
        "INSERT INTO delivery_parcel (parcel_number, order_number, carrier, quiet_since) "
            + "VALUES (:parcel, :order, :carrier, :now)",
        order.parcels().stream()
            .map(Parcel::number)
            .map(
                parcel ->
                    new MapSqlParameterSource("parcel", parcel)
                        .addValue("order", order.number())
                        .addValue("carrier", carrier.name())
                        .addValue("now", utc(now)))
            .toArray(SqlParameterSource[]::new));
  }

  void bookAgain(BookingKey key, Address address, Instant now) {
    locked.changed(key.orderNumber());
    jdbc.sql(
            "UPDATE delivery SET booking = :booking, booking_key = :key, booked_at = :now, "
                + "state = 'BOOKED', refusal = NULL, "
                + "address = :address "
                + "WHERE order_number = :order")
        .param("booking", key.booking())
        .param("key", key.toString())
        .param("now", utc(now))
        .param("address", seal.closeDocument(address))
        .param("order", key.orderNumber())
        .update();
  }

  void refuse(String orderNumber, String why) {
    locked.changed(orderNumber);
    jdbc.sql(
            "UPDATE delivery SET state = 'LABEL_REFUSED', refusal = :why WHERE order_number = :order")
        .param("why", seal.close(why))
        .param("order", orderNumber)
        .update();
  }

  void number(ParcelRow parcel, String barcode, Instant now) {
    locked.numbered(parcel, barcode);
    jdbc.sql(
            "UPDATE delivery_parcel SET barcode = :barcode, followed = TRUE, quiet_since = :now "
                + "WHERE parcel_number = :parcel")
        .param("barcode", barcode)
        .param("now", utc(now))
        .param("parcel", parcel.parcelNumber())
        .update();
  }

  void become(String orderNumber, DeliveryState state, Told told) {
    locked.became(orderNumber, state, told);
    jdbc.sql(
            "UPDATE delivery SET state = :state, told = :told, told_round = :round, "
                + "told_back = :back WHERE order_number = :order")
        .param("state", state.name())
        .param("told", told.outcome() == null ? null : told.outcome().name())
        .param("round", told.round())
        .param("back", told.back())
        .param("order", orderNumber)
        .update();
  }

  void handOver(String orderNumber, DeliveryState state, Instant now) {
    locked.changed(orderNumber);
    jdbc.sql(
            "UPDATE delivery SET handed_over_at = :now, state = :state WHERE order_number = :order")
        .param("now", utc(now))
        .param("state", state.name())
        .param("order", orderNumber)
        .update();
  }

  void openRound(String orderNumber, int round) {
    locked.changed(orderNumber);
    jdbc.sql("UPDATE delivery SET round = :round WHERE order_number = :order")
        .param("round", round)
        .param("order", orderNumber)
        .update();
  }

  /**
   * @return false if the carrier told it before
   */
  boolean insert(ParcelRow parcel, TrackingEvent event, Instant now) {
    boolean isNew =
        jdbc.sql(
                    "INSERT IGNORE INTO delivery_event (order_number, parcel_number, code, happened_at, place, "
                        + "milestone, state, says, received_at) VALUES (:order, :parcel, :code, :at, :place, "
                        + ":milestone, :state, :says, :now)")
                .param("order", parcel.orderNumber())
                .param("parcel", parcel.parcelNumber())
                .param("code", event.code())
                .param("at", utc(event.at()))
                .param("place", event.place() == null ? "" : event.place())
                .param("milestone", event.milestone() == null ? null : event.milestone().name())
                .param("state", event.state() == null ? null : event.state().name())
                .param("says", seal.close(event.says()))
                .param("now", utc(now))
                .update()
            == 1;
    if (isNew && event.state() != null) {
      locked.saw(parcel, new Standing.Sign(event.at(), event.state()));
    }
    return isNew;
  }

  List<DeliveryView.Seen> seen(String orderNumber) {
    return jdbc.sql(
            "SELECT p.barcode, e.code, e.happened_at, e.place, e.says FROM delivery_event e "
                + "JOIN delivery_parcel p ON p.parcel_number = e.parcel_number "
                + "WHERE e.order_number = :order ORDER BY e.happened_at DESC, e.code")
        .param("order", orderNumber)
        .query(
            (rows, n) ->
                new DeliveryView.Seen(
                    rows.getString("barcode"),
                    rows.getString("code"),
                    instant(rows, "happened_at"),
                    rows.getString("place"),
                    seal.openText(rows.getBytes("says"))))
        .list();
  }

  void heard(String parcelNumber, boolean goesOn, Instant now) {
    jdbc.sql(
            "UPDATE delivery_parcel SET followed = :goesOn, quiet_since = :now "
                + "WHERE parcel_number = :parcel")
        .param("goesOn", goesOn)
        .param("now", utc(now))
        .param("parcel", parcelNumber)
        .update();
  }

  void keepLabel(BookingKey key, Label label) {
    jdbc.sql(
            "REPLACE INTO delivery_label (order_number, booking_key, content_type, body) "
                + "VALUES (:order, :key, :type, :body)")
        .param("order", key.orderNumber())
        .param("key", key.toString())
        .param("type", label.contentType())
        .param("body", seal.close(label.body()))
        .update();
  }

  Optional<Label> label(String orderNumber) {
    return jdbc.sql("SELECT content_type, body FROM delivery_label WHERE order_number = :order")
        .param("order", orderNumber)
        .query(
            (rows, n) ->
                new Label(rows.getString("content_type"), seal.open(rows.getBytes("body"))))
        .optional();
  }

  record ParcelRow(String parcelNumber, String orderNumber, String barcode) {}

  static Instant instant(ResultSet rows, String column) throws SQLException {
    LocalDateTime time = rows.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
