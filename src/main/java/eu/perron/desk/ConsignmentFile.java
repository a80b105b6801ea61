package eu.perron.desk;

import eu.perron.house.Seal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An air consignment as the flight desk needs it. */
@Component
@Transactional(readOnly = true)
class ConsignmentFile {
  private final JdbcClient jdbc;
  private final Seal seal;

  ConsignmentFile(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  record Consignment(
      String number,
      String route,
      String airline,
      String awb,
      String flight,
      LocalDate flightDate,
      String origin,
      String destination,
      String state,
      Instant cutOffAt,
      int houses,
      int pieces,
      BigDecimal weightKg) {}

  record Milestone(
      String code, Instant at, String place, String level, String source, String kind) {}

  /**
   * @param security how far the advance security filing of this house is
   */
  record House(
      String orderNumber,
      String goods,
      int pieces,
      BigDecimal weightKg,
      String state,
      String security,
      String question) {}

  Optional<Consignment> find(String number) {
    return jdbc.sql(
            "SELECT number, route, airline, awb, flight, flight_date, origin, destination, state, cut_off_at, houses, "
                + "pieces, weight_kg FROM air_consignment WHERE number = :number")
        .param("number", number)
        .query(Consignment.class)
        .optional();
  }

  Optional<String> ofAwb(String awb) {
    return jdbc.sql(
            "SELECT number FROM air_consignment WHERE awb = :awb ORDER BY opened_at DESC LIMIT 1")
        .param("awb", awb)
        .query(String.class)
        .optional();
  }

  List<Milestone> milestones(String number) {
    return jdbc.sql(
            "SELECT code, happened_at AS at, place, 'MASTER' AS level, NULL AS source, 'ACTUAL' AS kind "
                + "FROM air_milestone WHERE consignment_number = :number ORDER BY happened_at DESC")
        .param("number", number)
        .query(Milestone.class)
        .list();
  }

  /** Those that need a look come first: missing, pulled, asked about. */
  List<House> houses(String number) {
    return jdbc.sql(
            """
            SELECT order_number, goods, pieces, weight_kg, state, security, question FROM freight_house
            WHERE consignment_number = :number
            ORDER BY state IN ('ABOARD', 'PRESENTED'), security_open DESC, joined_at LIMIT 200""")
        .param("number", number)
        .query(
            (row, n) ->
                new House(
                    row.getString("order_number"),
                    row.getString("goods"),
                    row.getInt("pieces"),
                    row.getBigDecimal("weight_kg"),
                    row.getString("state"),
                    row.getString("security"),
                    seal.openText(row.getBytes("question"))))
        .list();
  }
}
