package eu.perron.desk;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.desk.FlightAtImport.Case;
import eu.perron.desk.FlightAtImport.Flight;
import eu.perron.desk.FlightAtImport.Standing;
import eu.perron.flow.DeskTasks;
import eu.perron.house.Halving;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One decision for many like cases of a flight. It is written down with all its cases at once and
 * carried out afterwards, tens at a time: each case is its own task completed, with its own entry
 * in the audit trail; one that fails stands alone and the others go on.
 */
@Component
class FlightDecisions {
  private static final Logger log = LoggerFactory.getLogger(FlightDecisions.class);
  private static final int BATCH = 50;

  /** An order that moves just then is tried again, so often. */
  private static final int ATTEMPTS = 5;

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final FlightAtImport flights;
  private final DeskTasks tasks;
  private final Halving halving;
  private final Audit audit;
  private final Seal seal;
  private final Clock clock;

  FlightDecisions(
      JdbcClient jdbc,
      FlightAtImport flights,
      DeskTasks tasks,
      Halving halving,
      Audit audit,
      Seal seal,
      Clock clock) {
    this.jdbc = jdbc;
    this.flights = flights;
    this.tasks = tasks;
    this.halving = halving;
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

  private record Work(String id, String process, String activity, String clerk, byte[] answer) {}

  private record Open(String task, String clerk) {}

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

  /** Every node works; who finds a case locked leaves it to the other. */
  @Scheduled(fixedDelayString = "${perron.desk.decisions-every:500}")
  void carryOut() {
    List<Work> open =
        jdbc.sql(
                "SELECT id, process, activity, clerk, answer FROM flight_decision "
                    + "WHERE finished_at IS NULL ORDER BY decided_at LIMIT 20")
            .query(Work.class)
            .list();
    for (Work decision : open) {
      Map<String, Object> facts = facts(decision.answer());
      String after = "";
      List<String> batch;
      do {
        batch = next(decision.id(), after);
        halving.each(
            batch,
            orders -> work(decision, facts, orders),
            (order, why) -> fails(decision, order, why));
        after = batch.isEmpty() ? after : batch.get(batch.size() - 1);
      } while (batch.size() == BATCH);
      finish(decision.id());
    }
  }

  private List<String> next(String id, String after) {
    return jdbc.sql(
            "SELECT order_number FROM flight_decision_case WHERE decision_id = :id "
                + "AND outcome IS NULL AND order_number > :after ORDER BY order_number LIMIT :most")
        .param("id", id)
        .param("after", after)
        .param("most", BATCH)
        .query(String.class)
        .list();
  }

  private void work(Work decision, Map<String, Object> facts, List<String> orders) {
    List<String> ours =
        jdbc.sql(
                "SELECT order_number FROM flight_decision_case WHERE decision_id = :id "
                    + "AND order_number IN (:orders) AND outcome IS NULL ORDER BY order_number "
                    + "FOR UPDATE SKIP LOCKED")
            .param("id", decision.id())
            .param("orders", orders)
            .query(String.class)
            .list();
    if (ours.isEmpty()) {
      return;
    }
    Map<String, Open> open = new HashMap<>();
    jdbc.sql(
            "SELECT business_key, task_id, clerk FROM flow_task WHERE business_key IN (:orders) "
                + "AND process = :process AND activity = :activity")
        .param("orders", ours)
        .param("process", decision.process())
        .param("activity", decision.activity())
        .query(
            row -> {
              open.put(
                  row.getString("business_key"),
                  new Open(row.getString("task_id"), row.getString("clerk")));
            });
    for (String order : ours) {
      mark(decision.id(), order, completed(decision, open.get(order), facts), null);
    }
  }

  private String completed(Work decision, Open task, Map<String, Object> facts) {
    if (task == null) {
      return "GONE";
    }
    if (task.clerk() != null && !task.clerk().equals(decision.clerk())) {
      return "TAKEN";
    }
    return tasks.complete(task.task(), decision.clerk(), facts) ? "DONE" : "GONE";
  }

  private void fails(Work decision, String order, RuntimeException why) {
    jdbc.sql(
            "UPDATE flight_decision_case SET attempts = attempts + 1 WHERE decision_id = :id "
                + "AND order_number = :order")
        .param("id", decision.id())
        .param("order", order)
        .update();
    boolean again =
        why instanceof ConcurrencyFailureException
            && jdbc.sql(
                        "SELECT attempts FROM flight_decision_case WHERE decision_id = :id "
                            + "AND order_number = :order")
                    .param("id", decision.id())
                    .param("order", order)
                    .query(Integer.class)
                    .single()
                < ATTEMPTS;
    if (!again) {
      log.warn("Decision {} for {} failed: {}", decision.id(), order, why.toString());
      mark(decision.id(), order, "FAILED", said(why));
    }
  }

  private void mark(String id, String order, String outcome, String problem) {
    jdbc.sql(
            "UPDATE flight_decision_case SET outcome = :outcome, problem = :problem, done_at = :now"
                + " WHERE decision_id = :id AND order_number = :order")
        .param("outcome", outcome)
        .param("problem", seal.close(problem))
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .param("order", order)
        .update();
  }

  private void finish(String id) {
    String consignment =
        jdbc.sql(
                "SELECT consignment_number FROM flight_decision d WHERE id = :id AND finished_at IS"
                    + " NULL AND NOT EXISTS (SELECT 1 FROM flight_decision_case c WHERE"
                    + " c.decision_id = d.id AND c.outcome IS NULL)")
            .param("id", id)
            .query(String.class)
            .optional()
            .orElse(null);
    if (consignment != null) {
      Standing after = flights.standing(flights.find(consignment).orElseThrow());
      jdbc.sql(
              "UPDATE flight_decision SET finished_at = :now, cleared_after = :cleared, "
                  + "blocked_after = :blocked WHERE id = :id AND finished_at IS NULL")
          .param("now", Timestamp.from(clock.instant()))
          .param("cleared", after.cleared())
          .param("blocked", after.blocked())
          .param("id", id)
          .update();
    }
  }

  /** The innermost reason: the engine wraps what a room says into sentences of its own. */
  private static String said(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> facts(byte[] answer) {
    return seal.openDocument(answer, Map.class);
  }
}
