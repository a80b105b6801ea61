package eu.perron.desk;

import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A flight as the import officer sees it: counted on the declarations' index by flight, so that a
 * hundred thousand parcels cost one walk over it; rows are read a page at a time.
 */
@Component
@Transactional(readOnly = true)
class FlightAtImport {
  static final int PAGE = 100;
  private static final int FLIGHTS = 10;
  private static final Duration LONGEST_FLIGHT = Duration.ofDays(365);

  /** The declaration is over: it blocks nothing any more, or never will again. */
  private static final Set<String> OVER = Set.of("SEIZED", "DESTROYED", "INVALIDATED", "WITHDRAWN");

  /** Customs or somebody at the desk has to do something before the goods may go. */
  private static final Set<String> BLOCKED =
      Set.of("REFUSED", "DOCUMENTS_REQUESTED", "UNDER_INSPECTION", "NOT_RELEASED", "ON_PAPER");

  /** Nothing speaks against the goods, as far as customs has said. */
  private static final Set<String> CLEAR = Set.of("REGISTERED", "ACCEPTED", "RELEASED");

  private static final String IN_FORCE =
      "FROM import_declaration d FORCE INDEX (import_declaration_flight) ";

  private final JdbcClient jdbc;
  private final Seal seal;

  FlightAtImport(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * @param landedAt null: not yet
   */
  record Flight(
      String number,
      String awb,
      String flight,
      LocalDate flightDate,
      String origin,
      String destination,
      String state,
      Instant cutOffAt,
      Instant landedAt) {}

  /**
   * @param houses all that flies or flew; those pulled or lost are counted apart
   * @param cleared released by customs
   * @param clearedBeforeLanding customs had found the declaration in order before the flight
   *     landed, and nothing speaks against it since: presented, the goods are released
   * @param waiting sent or accepted, and customs has not decided; nobody need act
   * @param blocked refused, selected, asked for or kept: see {@link Case}
   * @param over seized, destroyed or undone
   * @param undeclared nothing was sent yet
   * @param notAboard pulled, not loaded, missing or lost
   */
  record Standing(
      long houses,
      long cleared,
      long clearedBeforeLanding,
      long waiting,
      long blocked,
      long over,
      long undeclared,
      long notAboard) {
    public int percent() {
      return houses == 0 ? 0 : (int) (100 * cleared / houses);
    }
  }

  /**
   * Like cases: the same state, for the same reason, with the same task.
   *
   * @param state of the declarations
   * @param cause null: customs gave no reason
   * @param reason in customs' words
   * @param activity null: nobody is asked, it waits for customs
   * @param taken so many of the tasks are claimed
   */
  record Case(
      String state,
      String cause,
      String reason,
      String process,
      String activity,
      String task,
      String form,
      String desk,
      long count,
      long taken,
      Instant dueAt) {}

  /** Those with something to see come first by time; a page of them. */
  List<Flight> flights(Instant before) {
    return jdbc.sql(
            """
            SELECT c.number, c.awb, c.flight, c.flight_date, c.origin, c.destination, c.state, c.cut_off_at,
                   (SELECT MAX(m.happened_at) FROM air_milestone m
                    WHERE m.consignment_number = c.number AND m.code = 'ARR') AS landed_at
            FROM air_consignment c
            WHERE c.state IN ('HANDED_OVER', 'PRESENTED') AND c.route LIKE '%-BE' AND c.cut_off_at < :before
            ORDER BY c.cut_off_at DESC, c.number DESC LIMIT :most\
            """)
        .param("before", Timestamp.from(before))
        .param("most", FLIGHTS)
        .query(Flight.class)
        .list();
  }

  static boolean isLastPage(List<Flight> flights) {
    return flights.size() < FLIGHTS;
  }

  Optional<Flight> find(String number) {
    return jdbc.sql(
            """
            SELECT c.number, c.awb, c.flight, c.flight_date, c.origin, c.destination, c.state, c.cut_off_at,
                   (SELECT MAX(m.happened_at) FROM air_milestone m
                    WHERE m.consignment_number = c.number AND m.code = 'ARR') AS landed_at
            FROM air_consignment c WHERE c.number = :number\
            """)
        .param("number", number)
        .query(Flight.class)
        .optional();
  }

  Standing standing(Flight flight) {
    Map<String, Long> houses = new TreeMap<>();
    jdbc.sql(
            "SELECT state, COUNT(*) AS n FROM freight_house WHERE consignment_number = :number "
                + "GROUP BY state")
        .param("number", flight.number())
        .query(
            row -> {
              houses.put(row.getString("state"), row.getLong("n"));
            });
    Map<String, Long> states = new TreeMap<>();
    long[] early = new long[1];
    jdbc.sql(
            "SELECT d.state, COUNT(*) AS n, COALESCE(SUM(d.registered_at < :landed), 0) AS early "
                + IN_FORCE
                + "WHERE d.consignment_number = :number AND d.in_force GROUP BY d.state")
        .param("number", flight.number())
        .param("landed", Timestamp.from(landedBy(flight)))
        .query(
            row -> {
              states.put(row.getString("state"), row.getLong("n"));
              if (CLEAR.contains(row.getString("state"))) {
                early[0] += row.getLong("early");
              }
            });
    long aboard = sum(houses, Set.of("ABOARD", "PRESENTED"));
    long all = sum(houses, houses.keySet());
    long declared = sum(states, states.keySet());
    long blocked = sum(states, BLOCKED);
    long over = sum(states, OVER);
    long cleared = states.getOrDefault("RELEASED", 0L);
    return new Standing(
        Math.max(aboard, declared),
        cleared,
        early[0],
        declared - cleared - blocked - over,
        blocked,
        over,
        Math.max(0, aboard - declared),
        all - aboard);
  }

  /** Airlines tell minutes; what is aloft lands after all that has happened. */
  private static Instant landedBy(Flight flight) {
    return flight.landedAt() == null
        ? flight.cutOffAt().plus(LONGEST_FLIGHT)
        : flight.landedAt().plus(Duration.ofMinutes(1));
  }

  private static long sum(Map<String, Long> counts, Set<String> keys) {
    return keys.stream().mapToLong(key -> counts.getOrDefault(key, 0L)).sum();
  }

  /** What is not cleared, by reason; those that wait for a person first. */
  List<Case> cases(String consignment) {
    List<Case> found = new ArrayList<>(tasked(consignment));
    found.addAll(untasked(consignment));
    return found;
  }

  /** Read from the tasks, of which there are few, not from the declarations, which are many. */
  private List<Case> tasked(String consignment) {
    return jdbc.sql(
            """
            SELECT d.state, d.cause, t.process, t.activity, MAX(t.name) AS task, MAX(t.form) AS form,
                   MAX(t.desk) AS desk, COUNT(*) AS n, COUNT(t.clerk) AS taken, MIN(t.due_at) AS due_at,
                   MIN(d.order_number) AS example
            FROM flow_task t FORCE INDEX (flow_task_place)
            STRAIGHT_JOIN import_declaration d FORCE INDEX (import_declaration_order)
              ON d.order_number = t.business_key AND d.in_force
            WHERE t.process LIKE 'import-%' AND d.consignment_number = :number
            GROUP BY d.state, d.cause, t.process, t.activity
            ORDER BY n DESC\
            """)
        .param("number", consignment)
        .query(this::read)
        .list();
  }

  /** Refused, asked for or kept, and customs or the order's next step is waited for. */
  private List<Case> untasked(String consignment) {
    return jdbc.sql(
            """
            SELECT d.state, d.cause, NULL AS process, NULL AS activity, NULL AS task, NULL AS form, NULL AS desk,
                   COUNT(*) AS n, 0 AS taken, NULL AS due_at, MIN(d.order_number) AS example
            FROM import_declaration d FORCE INDEX (import_declaration_flight)
            WHERE d.consignment_number = :number AND d.in_force AND d.state IN (:states)
              AND NOT EXISTS (SELECT 1 FROM flow_task t
                              WHERE t.business_key = d.order_number AND t.process LIKE 'import-%')
            GROUP BY d.state, d.cause
            ORDER BY n DESC\
            """)
        .param("number", consignment)
        .param("states", Stream.concat(BLOCKED.stream(), OVER.stream()).toList())
        .query(this::read)
        .list();
  }

  private Case read(ResultSet row, int number) throws SQLException {
    return new Case(
        row.getString("state"),
        row.getString("cause"),
        row.getString("cause") == null ? null : reason(row.getString("example")),
        row.getString("process"),
        row.getString("activity"),
        row.getString("task"),
        row.getString("form"),
        row.getString("desk"),
        row.getLong("n"),
        row.getLong("taken"),
        instant(row.getTimestamp("due_at")));
  }

  /**
   * @return empty: no such case is open
   */
  Optional<Case> find(String consignment, String activity, String state, String cause) {
    return cases(consignment).stream()
        .filter(one -> activity.equals(one.activity()) && state.equals(one.state()))
        .filter(one -> cause.equals(one.cause() == null ? "" : one.cause()))
        .findFirst();
  }

  /** The tasks of like cases, by order number. */
  List<TaskList.Task> tasks(String consignment, Case one, String after) {
    return jdbc.sql(
            """
            SELECT t.task_id, t.business_key, t.process, t.activity, t.definition_id, t.name, t.form, t.desk, t.reason,
                   t.urgency, t.since, t.due_at, t.clerk
            FROM import_declaration d FORCE INDEX (import_declaration_flight)
            JOIN flow_task t ON t.business_key = d.order_number AND t.activity = :activity
            WHERE d.consignment_number = :number AND d.in_force AND d.state = :state AND d.cause <=> :cause
              AND d.order_number > :after
            ORDER BY d.order_number LIMIT :most\
            """)
        .param("number", consignment)
        .param("activity", one.activity())
        .param("state", one.state())
        .param("cause", one.cause())
        .param("after", after)
        .param("most", PAGE)
        .query(TaskList.Task.class)
        .list();
  }

  /** Orders of the flight that stand still until an operator looks. */
  long stuck(String consignment) {
    return jdbc.sql(
            "SELECT COUNT(DISTINCT i.business_key) FROM flow_incident i JOIN freight_house h "
                + "ON h.order_number = i.business_key WHERE h.consignment_number = :number")
        .param("number", consignment)
        .query(Long.class)
        .single();
  }

  private String reason(String orderNumber) {
    return jdbc.sql(
            "SELECT reason FROM import_declaration WHERE order_number = :order AND in_force")
        .param("order", orderNumber)
        .query((row, n) -> seal.openText(row.getBytes("reason")))
        .optional()
        .orElse(null);
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
