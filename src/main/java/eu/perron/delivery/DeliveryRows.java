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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of this room. */
@Component
class DeliveryRows {
  private static final String SELECT = "SELECT d.* FROM delivery d ";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Seal seal;

  DeliveryRows(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.batches = batches;
  }

  Optional<DeliveryRow> find(String orderNumber) {
    return jdbc.sql(SELECT + "WHERE d.order_number = :order")
        .param("order", orderNumber)
        .query(this::row)
        .optional();
  }

  Optional<DeliveryRow> lock(String orderNumber) {
    return jdbc.sql(SELECT + "WHERE d.order_number = :order FOR UPDATE")
        .param("order", orderNumber)
        .query(this::row)
        .optional();
  }

  Optional<ParcelRow> findParcel(Partner carrier, String barcode) {
    return jdbc.sql(
            "SELECT parcel_number, order_number, barcode FROM delivery_parcel "
                + "WHERE barcode = :barcode AND carrier = :carrier")
        .param("barcode", barcode)
        .param("carrier", carrier.name())
        .query(ParcelRow.class)
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

  List<ParcelRow> parcels(String orderNumber) {
    return jdbc.sql(
            "SELECT parcel_number, order_number, barcode FROM delivery_parcel "
                + "WHERE order_number = :order ORDER BY parcel_number")
        .param("order", orderNumber)
        .query(ParcelRow.class)
        .list();
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
    jdbc.sql(
            "UPDATE delivery SET state = 'LABEL_REFUSED', refusal = :why WHERE order_number = :order")
        .param("why", seal.close(why))
        .param("order", orderNumber)
        .update();
  }

  void number(String parcelNumber, String barcode, Instant now) {
    jdbc.sql(
            "UPDATE delivery_parcel SET barcode = :barcode, followed = TRUE, quiet_since = :now "
                + "WHERE parcel_number = :parcel")
        .param("barcode", barcode)
        .param("now", utc(now))
        .param("parcel", parcelNumber)
        .update();
  }

  void become(String orderNumber, DeliveryState state, Told told) {
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
    jdbc.sql(
            "UPDATE delivery SET handed_over_at = :now, state = :state WHERE order_number = :order")
        .param("now", utc(now))
        .param("state", state.name())
        .param("order", orderNumber)
        .update();
  }

  void openRound(String orderNumber, int round) {
    jdbc.sql("UPDATE delivery SET round = :round WHERE order_number = :order")
        .param("round", round)
        .param("order", orderNumber)
        .update();
  }

  /**
   * @return false if the carrier told it before
   */
  boolean insert(ParcelRow parcel, TrackingEvent event, Instant now) {
    return jdbc.sql(
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
  }

  /** What carriers said of the parcels of an order, by parcel number. */
  Map<String, List<Standing.Sign>> signs(String orderNumber) {
    record Told(String parcel, Standing.Sign sign) {}
    return jdbc
        .sql(
            "SELECT parcel_number, happened_at, state FROM delivery_event "
                + "WHERE order_number = :order AND state IS NOT NULL")
        .param("order", orderNumber)
        .query(
            (rows, n) ->
                new Told(
                    rows.getString("parcel_number"),
                    new Standing.Sign(
                        instant(rows, "happened_at"),
                        DeliveryState.valueOf(rows.getString("state")))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Told::parcel, Collectors.mapping(Told::sign, Collectors.toList())));
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
        .query((rows, n) -> new Label(rows.getString("content_type"), seal.open(rows.getBytes("body"))))
        .optional();
  }

  record ParcelRow(String parcelNumber, String orderNumber, String barcode) {}

  private DeliveryRow row(ResultSet rows, int number) throws SQLException {
    String order = rows.getString("order_number");
    String told = rows.getString("told");
    return new DeliveryRow(
        order,
        Partner.valueOf(rows.getString("carrier")),
        new BookingKey(order, rows.getInt("booking")),
        DeliveryState.valueOf(rows.getString("state")),
        seal.openText(rows.getBytes("refusal")),
        seal.openDocument(rows.getBytes("address"), Address.class),
        instant(rows, "handed_over_at"),
        rows.getInt("round"),
        new Told(
            told == null ? null : DeliveryState.valueOf(told),
            rows.getInt("told_round"),
            rows.getBoolean("told_back")));
  }

  static Instant instant(ResultSet rows, String column) throws SQLException {
    LocalDateTime time = rows.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
