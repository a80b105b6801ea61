package eu.perron.desk;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.desk.FlightAtImport.Case;
import eu.perron.desk.FlightAtImport.Flight;
import eu.perron.desk.FlightAtImport.Standing;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One decision for many like cases of a flight, written down with all its cases at once; {@link
 * FlightDecisionWork} carries it out.
 */
@Component
class FlightDecisions {
  private final JdbcClient jdbc;
  private final FlightAtImport flights;
  private final Audit audit;
  private final Seal seal;
  private final Clock clock;

  FlightDecisions(JdbcClient jdbc, FlightAtImport flights, Audit audit, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.flights = flights;
    this.audit = audit;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @param finishedAt null: it is being carried out
   * @param clearedAfter null until it is finished
   */
  record Decision(
      String id,
      String consignmentNumber,
      String activity,
      String taskName,
      String state,
      String clerk,
      Instant decidedAt,
      long cases,
      long clearedBefore,
      long blockedBefore,
      Long clearedAfter,
      Long blockedAfter,
      Instant finishedAt) {}

  /**
   * @param outcome DONE; GONE: the task was no longer there; TAKEN: somebody else has claimed it;
   *     FAILED; null: its turn has not come
   */
  record Line(String orderNumber, String outcome, String problem, Instant doneAt) {}

  /**
   * @param facts the form, field by field
   * @return the decision's id
   */
  @Transactional
  public String decide(Flight flight, Case like, Map<String, Object> facts, String clerk) {
    String id = Ids.next();
    Standing before = flights.standing(flight);
    int cases =
        jdbc.sql(
                """
                INSERT INTO flight_decision_case (decision_id, order_number)
                SELECT DISTINCT :id, d.order_number
                FROM import_declaration d FORCE INDEX (import_declaration_flight)
                JOIN flow_task t ON t.business_key = d.order_number AND t.activity = :activity
                WHERE d.consignment_number = :number AND d.in_force AND d.state = :state AND d.cause <=> :cause\
                """)
            .param("id", id)
            .param("number", flight.number())
            .param("activity", like.activity())
            .param("state", like.state())
            .param("cause", like.cause())
            .update();
    jdbc.sql(
            """
            INSERT INTO flight_decision (id, consignment_number, process, activity, task_name, state, cause, answer,
              clerk, decided_at, cases, cleared_before, blocked_before)
            VALUES (:id, :number, :process, :activity, :task, :state, :cause, :answer, :clerk, :now, :cases, :cleared,
              :blocked)\
            """)
        .param("id", id)
        .param("number", flight.number())
        .param("process", like.process())
        .param("activity", like.activity())
        .param("task", like.task())
        .param("state", like.state())
        .param("cause", like.cause())
        .param("answer", seal.closeDocument(facts))
        .param("clerk", clerk)
        .param("now", Timestamp.from(clock.instant()))
        .param("cases", cases)
        .param("cleared", before.cleared())
        .param("blocked", before.blocked())
        .update();
    Map<String, Object> after = new HashMap<>(facts);
    after.put("cases", cases);
    audit.record(
        Entry.of(Act.DECIDED_FOR_MANY)
            .by(clerk)
            .about(flight.number())
            .on(like.process() + ":" + like.activity())
            .before(Map.of("cleared", before.cleared(), "blocked", before.blocked()))
            .after(after));
    return id;
  }

  Optional<Decision> find(String consignment, String id) {
    return jdbc.sql(
            "SELECT * FROM flight_decision WHERE id = :id AND consignment_number = :consignment")
        .param("id", id)
        .param("consignment", consignment)
        .query(Decision.class)
        .optional();
  }

  /** Newest first. */
  List<Decision> of(String consignment, int most) {
    return jdbc.sql(
            "SELECT * FROM flight_decision WHERE consignment_number = :consignment "
                + "ORDER BY decided_at DESC, id DESC LIMIT :most")
        .param("consignment", consignment)
        .param("most", most)
        .query(Decision.class)
        .list();
  }

  /** How many came to which end; those whose turn has not come are not counted. */
  Map<String, Long> tally(String id) {
    Map<String, Long> tally = new HashMap<>();
    jdbc.sql(
            "SELECT outcome, COUNT(*) AS n FROM flight_decision_case WHERE decision_id = :id "
                + "AND outcome IS NOT NULL GROUP BY outcome")
        .param("id", id)
        .query(
            row -> {
              tally.put(row.getString("outcome"), row.getLong("n"));
            });
    return tally;
  }

  /**
   * @param outcome null: all
   */
  List<Line> lines(String id, String outcome, String after) {
    return jdbc.sql(
            "SELECT order_number, outcome, problem, done_at FROM flight_decision_case "
                + "WHERE decision_id = :id "
                + (outcome == null ? "" : "AND outcome = :outcome ")
                + "AND order_number > :after ORDER BY order_number LIMIT :most")
        .param("id", id)
        .param("outcome", outcome)
        .param("after", after)
        .param("most", FlightAtImport.PAGE)
        .query(
            (row, n) ->
                new Line(
                    row.getString("order_number"),
                    row.getString("outcome"),
                    seal.openText(row.getBytes("problem")),
                    row.getTimestamp("done_at") == null
                        ? null
                        : row.getTimestamp("done_at").toInstant()))
        .list();
  }
}
