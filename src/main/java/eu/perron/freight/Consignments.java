package eu.perron.freight;

import eu.perron.freight.AirConsignment.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the consignments. */
@Component
class Consignments {
  private static final String SELECT =
      "SELECT number, route, cargo_aircraft_only, state, opened_at, cut_off_at, airline, awb, flight, flight_date, "
          + "origin, destination, attempt, houses, pieces, weight_kg FROM air_consignment ";

  private final JdbcClient jdbc;

  Consignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<AirConsignment> find(String number) {
    return jdbc.sql(SELECT + "WHERE number = :number")
        .param("number", number)
        .query((row, at) -> read(row))
        .optional();
  }

  /**
   * @param number of the consignment, or of an order in it
   */
  Optional<AirConsignment> meant(String number) {
    return jdbc.sql(
            SELECT
                + "WHERE number = :number OR number = (SELECT h.consignment_number FROM freight_house h "
                + "WHERE h.order_number = :number)")
        .param("number", number)
        .query((row, at) -> read(row))
        .optional();
  }

  /** For this transaction alone, so that what is told about a flight is told once. */
  AirConsignment lock(String number) {
    return jdbc.sql(SELECT + "WHERE number = :number FOR UPDATE")
        .param("number", number)
        .query((row, at) -> read(row))
        .optional()
        .orElseThrow(() -> new NoSuchElementException("No air consignment " + number));
  }

  /** The newest under this number: an airline uses its numbers again after some time. */
  Optional<AirConsignment> lockByWaybill(String awb) {
    return jdbc.sql(SELECT + "WHERE awb = :awb ORDER BY opened_at DESC LIMIT 1 FOR UPDATE")
        .param("awb", awb)
        .query((row, at) -> read(row))
        .optional();
  }

  /**
   * Counts what is aboard. Waybills know 100 grams, each house is rounded up, so that the houses
   * add up to the master.
   */
  AirConsignment weigh(String number) {
    jdbc.sql(
            """
            UPDATE air_consignment c
              JOIN (SELECT COUNT(*) AS houses, COALESCE(SUM(pieces), 0) AS pieces,
                           COALESCE(SUM(CEILING(weight_kg * 10) / 10), 0) AS weight_kg
                      FROM freight_house WHERE consignment_number = :number AND state = 'ABOARD') aboard
               SET c.houses = aboard.houses, c.pieces = aboard.pieces, c.weight_kg = aboard.weight_kg
             WHERE c.number = :number
            """)
        .param("number", number)
        .update();
    return lock(number);
  }

  /**
   * @return whether this made the change; false when somebody else already had
   */
  boolean become(String number, State from, State to) {
    return jdbc.sql(
                "UPDATE air_consignment SET state = :to WHERE number = :number AND state = :from")
            .param("to", to.name())
            .param("number", number)
            .param("from", from.name())
            .update()
        == 1;
  }

  void become(String number, State to) {
    jdbc.sql("UPDATE air_consignment SET state = :to WHERE number = :number")
        .param("to", to.name())
        .param("number", number)
        .update();
  }

  private static AirConsignment read(ResultSet row) throws SQLException {
    return new AirConsignment(
        row.getString("number"),
        row.getString("route"),
        row.getBoolean("cargo_aircraft_only"),
        State.valueOf(row.getString("state")),
        Utc.read(row, "opened_at"),
        Utc.read(row, "cut_off_at"),
        row.getString("airline"),
        row.getString("awb"),
        row.getString("flight"),
        row.getObject("flight_date", LocalDate.class),
        row.getString("origin"),
        row.getString("destination"),
        row.getInt("attempt"),
        row.getInt("houses"),
        row.getInt("pieces"),
        row.getBigDecimal("weight_kg"));
  }
}
