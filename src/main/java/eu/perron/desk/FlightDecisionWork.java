package eu.perron.desk;

import eu.perron.desk.FlightAtImport.Standing;
import eu.perron.flow.DeskTasks;
import eu.perron.house.Halving;
import eu.perron.house.Seal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries decisions for many cases out, tens at a time: each case is its own task completed, with
 * its own entry in the audit trail; one that fails stands alone and the others go on.
 */
@Component
class FlightDecisionWork {
  private static final Logger log = LoggerFactory.getLogger(FlightDecisionWork.class);
  private static final int BATCH = 50;

  /** An order that moves just then is tried again, so often. */
  private static final int ATTEMPTS = 5;

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final FlightAtImport flights;
  private final DeskTasks tasks;
  private final Halving halving;
  private final Seal seal;
  private final Clock clock;

  FlightDecisionWork(
      JdbcClient jdbc,
      FlightAtImport flights,
      DeskTasks tasks,
      Halving halving,
      Seal seal,
      Clock clock) {
    this.jdbc = jdbc;
    this.flights = flights;
    this.tasks = tasks;
    this.halving = halving;
    this.seal = seal;
    this.clock = clock;
  }

  private record Work(String id, String process, String activity, String clerk, byte[] answer) {}

  private record Open(String task, String clerk) {}

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
