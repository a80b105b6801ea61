package eu.perron.freight;

import eu.perron.orders.Order;
import eu.perron.reference.CodesInUse;
import eu.perron.reference.ListKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated rows that say who flies where, when, and from which of our offices. */
@Component
class Timetable implements CodesInUse {
  private final JdbcClient jdbc;

  Timetable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One regular flight of a route; every day. */
  record Schedule(
      int id,
      String route,
      String airline,
      String awbPrefix,
      String flight,
      String origin,
      String destination,
      LocalTime departs,
      Duration cutOffBefore,
      boolean entrySummary,
      BigDecimal ratePerKg,
      String currency) {

    /** The first departure that an order joining now can still catch. */
    ZonedDateTime nextDeparture(Instant now, ZoneId zone) {
      LocalDate day = now.atZone(zone).toLocalDate();
      ZonedDateTime today = day.atTime(departs).atZone(zone);
      return today.minus(cutOffBefore).toInstant().isAfter(now)
          ? today
          : day.plusDays(1).atTime(departs).atZone(zone);
    }
  }

  @Override
  public List<CodeInUse> on(LocalDate day) {
    return jdbc.sql(
            "SELECT awb_prefix, GROUP_CONCAT(flight ORDER BY flight SEPARATOR ' ') flights FROM"
                + " air_schedule WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >="
                + " :day) GROUP BY awb_prefix")
        .param("day", day)
        .query(
            (row, n) ->
                new CodeInUse(
                    ListKind.AIRLINE_PREFIXES,
                    row.getString("awb_prefix"),
                    "air_schedule, " + row.getString("flights")))
        .list();
  }

  /** The route that flies a lane: its own, or that of the hub it is served from. */
  String routeOf(String lane, LocalDate day) {
    return jdbc.sql(
            "SELECT route FROM air_route_of_lane WHERE lane = :lane AND valid_from <= :day "
                + "AND (valid_to IS NULL OR valid_to >= :day) ORDER BY valid_from DESC LIMIT 1")
        .param("lane", lane)
        .param("day", day)
        .query(String.class)
        .optional()
        .orElse(lane);
  }

  Schedule scheduleFor(String route, boolean cargoAircraftOnly, LocalDate day) {
    return jdbc.sql(
            "SELECT * FROM air_schedule WHERE route = :route AND cargo_aircraft_only = :cargo "
                + "AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day) ORDER BY valid_from DESC, id LIMIT 1")
        .param("route", route)
        .param("cargo", cargoAircraftOnly)
        .param("day", day)
        .query((row, at) -> schedule(row))
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No %s is scheduled for %s on %s: add a row to air_schedule"
                        .formatted(cargoAircraftOnly ? "cargo aircraft" : "flight", route, day)));
  }

  Schedule schedule(int id) {
    return jdbc.sql("SELECT * FROM air_schedule WHERE id = :id")
        .param("id", id)
        .query((row, at) -> schedule(row))
        .single();
  }

  /** A station's clock; for a station we do not know, UTC. */
  ZoneId zoneOf(String station) {
    return jdbc.sql("SELECT zone FROM air_station WHERE code = :code")
        .param("code", station)
        .query(String.class)
        .optional()
        .map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }

  Office officeAt(String station) {
    return jdbc.sql(
            "SELECT station, name, street, place, postcode, country, phone, eori, teletype "
                + "FROM air_office WHERE station = :station")
        .param("station", station)
        .query(
            (row, at) ->
                new Office(
                    row.getString("station"),
                    row.getString("name"),
                    row.getString("street"),
                    row.getString("place"),
                    row.getString("postcode"),
                    row.getString("country"),
                    row.getString("phone"),
                    row.getString("eori"),
                    row.getString("teletype")))
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "We have no office at " + station + ": add a row to air_office"));
  }

  /**
   * Goods under some packing instructions may not fly with passengers ({@code UN3480-PI965-IB}).
   */
  boolean needsCargoAircraft(Order order, LocalDate day) {
    Set<String> instructions =
        order.lines().stream()
            .flatMap(line -> Optional.ofNullable(line.dangerousGoods()).stream())
            .flatMap(goods -> Arrays.stream(goods.split("-")))
            .collect(Collectors.toSet());
    return !instructions.isEmpty()
        && jdbc.sql(
                    "SELECT COUNT(*) FROM cargo_aircraft_instruction WHERE instruction IN (:instructions) "
                        + "AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)")
                .param("instructions", instructions)
                .param("day", day)
                .query(Integer.class)
                .single()
            > 0;
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    return new Schedule(
        row.getInt("id"),
        row.getString("route"),
        row.getString("airline"),
        row.getString("awb_prefix"),
        row.getString("flight"),
        row.getString("origin"),
        row.getString("destination"),
        row.getObject("departs", LocalTime.class),
        Duration.ofMinutes(row.getInt("cut_off_minutes")),
        row.getBoolean("entry_summary"),
        row.getBigDecimal("rate_per_kg"),
        row.getString("currency"));
  }
}
