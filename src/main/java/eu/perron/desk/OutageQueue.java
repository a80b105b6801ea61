package eu.perron.desk;

import eu.perron.exchange.Partner;
import eu.perron.house.Seal;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The import declarations, and the presentations of those registered in advance, that customs has
 * not got, by flight and oldest first.
 */
@Component
@Transactional(readOnly = true)
class OutageQueue {
  /** Names those that came by no flight of ours. */
  static final String NO_FLIGHT = "-";

  static final Set<String> SURELY_HERE = Set.of("HERE", "ABSENT");
  static final Set<String> TO_BE_ASKED = Set.of("UNSURE", "HELD");

  private static final String QUEUE =
      """
      FROM exchange_queue q
      JOIN import_declaration d ON d.lrn = q.letter_key
       AND (q.operation = 'declaration' AND d.state = 'DECLARED'
            OR q.operation = 'presentation' AND d.state = 'REGISTERED')
      JOIN orders o ON o.number = q.about AND o.stage = 'IMPORT_CLEARANCE'
      LEFT JOIN freight_house h ON h.order_number = q.about
      LEFT JOIN air_consignment c ON c.number = h.consignment_number
      WHERE q.partner = :partner AND q.operation IN ('declaration', 'presentation')
      """;

  private static final String OF_FLIGHT =
      " AND (:consignment = '' OR COALESCE(h.consignment_number, '"
          + NO_FLIGHT
          + "') = :consignment)";

  private final JdbcClient jdbc;
  private final Seal seal;
  private final Clock clock;

  OutageQueue(JdbcClient jdbc, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @param here can be lodged on paper
   * @param unsure customs must be asked first
   */
  record Flight(
      String consignment,
      String awb,
      String flight,
      String flightDate,
      long here,
      long unsure,
      Instant oldest) {}

  /**
   * @param standing HERE, UNSURE, ABSENT, HELD
   * @param leaving a node is sending it now
   * @param asked what was said when somebody asked, by whom; null if nobody did
   */
  record Row(
      String orderNumber,
      String lrn,
      String consignment,
      String flight,
      String goods,
      BigDecimal value,
      String currency,
      Instant since,
      String standing,
      boolean leaving,
      String problem,
      String asked) {}

  /**
   * @param taskId what the clerk must do about it next; null: nothing for the moment
   */
  record OnPaper(
      String orderNumber,
      String lrn,
      String reference,
      Instant chosenAt,
      String chosenBy,
      String state,
      String taskId) {}

  List<Flight> flights() {
    return jdbc.sql(
            "SELECT COALESCE(h.consignment_number, '"
                + NO_FLIGHT
                + "') AS consignment, MAX(c.awb) AS awb, MAX(c.flight) AS flight, MAX(c.flight_date) AS flight_date, "
                + "SUM(q.standing IN ('HERE', 'ABSENT')) AS here, SUM(q.standing = 'UNSURE') AS unsure, "
                + "MIN(q.created_at) AS oldest "
                + QUEUE
                + " GROUP BY COALESCE(h.consignment_number, '"
                + NO_FLIGHT
                + "') ORDER BY oldest, consignment")
        .param("partner", Partner.BELGIAN_CUSTOMS.id())
        .query(Flight.class)
        .list();
  }

  /**
   * @param consignment empty: of all flights
   */
  List<Row> rows(String consignment, Set<String> standings, int most) {
    return jdbc.sql(
            """
            SELECT q.about AS order_number, q.letter_key AS lrn, h.consignment_number AS consignment, c.flight, o.currency,
                   q.created_at AS since, q.standing, q.problem,
                   (q.state = 'SENDING' AND q.lease_until > :now) AS leaving,
                   (SELECT SUM(l.unit_price * l.quantity) FROM order_line l WHERE l.order_number = o.number) AS value,
                   (SELECT LEFT(GROUP_CONCAT(l.description ORDER BY l.position SEPARATOR '; '), 140)
                    FROM order_line l WHERE l.order_number = o.number) AS goods,
                   (SELECT i.who FROM exchange_inquiry i WHERE i.message_id = q.message_id
                    ORDER BY i.said_at DESC, i.id DESC LIMIT 1) AS asked_by,
                   (SELECT i.note FROM exchange_inquiry i WHERE i.message_id = q.message_id
                    ORDER BY i.said_at DESC, i.id DESC LIMIT 1) AS note
            """
                + QUEUE
                + OF_FLIGHT
                + " AND q.standing IN (:standings) ORDER BY q.created_at, q.letter_key LIMIT :most")
        .param("now", Timestamp.from(clock.instant()))
        .param("partner", Partner.BELGIAN_CUSTOMS.id())
        .param("consignment", consignment)
        .param("standings", standings)
        .param("most", most)
        .query(
            (row, n) ->
                new Row(
                    row.getString("order_number"),
                    row.getString("lrn"),
                    row.getString("consignment"),
                    row.getString("flight"),
                    row.getString("goods"),
                    row.getBigDecimal("value"),
                    row.getString("currency"),
                    row.getTimestamp("since").toInstant(),
                    row.getString("standing"),
                    row.getBoolean("leaving"),
                    row.getString("problem"),
                    asked(row.getString("asked_by"), seal.openText(row.getBytes("note")))))
        .list();
  }

  private static String asked(String clerk, String note) {
    return note == null ? clerk : clerk + ", " + note;
  }

  /** Every order of a flight whose declaration certainly is still ours. */
  List<String> surelyHere(String consignment) {
    return jdbc.sql("SELECT q.about " + QUEUE + OF_FLIGHT + " AND q.standing IN (:standings)")
        .param("partner", Partner.BELGIAN_CUSTOMS.id())
        .param("consignment", consignment)
        .param("standings", SURELY_HERE)
        .query(String.class)
        .list();
  }

  /** Chosen for paper and not decided yet, in the order of choice. */
  List<OnPaper> onPaper(String consignment, int most) {
    return jdbc.sql(
            """
            SELECT p.order_number, p.lrn, p.reference, p.chosen_at, p.chosen_by, d.state, t.task_id
            FROM import_declaration d JOIN import_paper p ON p.lrn = d.lrn
            LEFT JOIN freight_house h ON h.order_number = p.order_number
            LEFT JOIN flow_task t ON t.business_key = p.order_number AND t.process = 'import-be'
            WHERE (d.state = 'ON_PAPER' OR d.state = 'UNDER_INSPECTION' AND d.paper_reference IS NOT NULL)
            """
                + OF_FLIGHT
                + " ORDER BY p.chosen_at, p.lrn LIMIT :most")
        .param("consignment", consignment)
        .param("most", most)
        .query(OnPaper.class)
        .list();
  }
}
