package eu.perron.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What our database says of orders, read past the program. */
final class Truth {
  private static final Duration STALL = Duration.ofSeconds(120);
  private final Database database;

  Truth(Database database) {
    this.database = database;
  }

  /**
   * @param ended it came to one of its ends
   * @param tasks open tasks of its own or of its flight
   */
  record OrderState(
      String number, String reference, String stage, String status, boolean ended, int tasks) {
    boolean atRest() {
      return ended || tasks > 0;
    }
  }

  /** All orders whose reference begins so. */
  List<OrderState> orders(String prefix) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT o.number, o.reference, o.stage, o.status, o.ended_at IS NOT NULL,
                       (SELECT COUNT(*) FROM flow_task t WHERE t.business_key = o.number)
                FROM orders o WHERE o.reference LIKE ? ORDER BY o.number""")) {
      query.setString(1, prefix + "%");
      List<OrderState> orders = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          orders.add(
              new OrderState(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getBoolean(5),
                  rows.getInt(6)));
        }
      }
      return orders;
    }
  }

  /**
   * Waits until every order of this prefix has ended or shows a named task.
   *
   * @return those that are neither although nothing has moved for two minutes; empty is good
   */
  List<OrderState> drained(String prefix) throws InterruptedException {
    long moved = System.nanoTime();
    Map<String, Long> before = Map.of();
    List<OrderState> restless = List.of();
    while (System.nanoTime() - moved < STALL.toNanos()) {
      try {
        List<OrderState> orders = orders(prefix);
        restless = orders.stream().filter(order -> !order.atRest()).toList();
        if (restless.isEmpty()) {
          return restless;
        }
        Map<String, Long> now = new TreeMap<>();
        restless.forEach(order -> now.merge(order.stage(), 1L, Long::sum));
        now.put("steps", number("SELECT COUNT(*) FROM flow_journal"));
        if (!now.equals(before)) {
          before = now;
          moved = System.nanoTime();
        }
      } catch (SQLException down) {
        moved = System.nanoTime();
      }
      Thread.sleep(500);
    }
    return restless;
  }

  long number(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Letters and messages to a partner that it has not taken yet. */
  long waitingFor(String partner) throws SQLException {
    return number(
        """
        SELECT (SELECT COUNT(*) FROM exchange_letter
                 WHERE partner = ? AND message_id IS NULL AND withdrawn_at IS NULL)
             + (SELECT COUNT(*) FROM exchange_message
                 WHERE direction = 'OUT' AND partner = ? AND state IN ('READY', 'SENDING'))""",
        partner,
        partner);
  }

  /** What found no way: parked, unreadable, unmatched or failed, and incidents. */
  Map<String, Long> leftovers() throws SQLException {
    Map<String, Long> found = new TreeMap<>();
    found.put(
        "parked messages", number("SELECT COUNT(*) FROM exchange_message WHERE state = 'PARKED'"));
    found.put(
        "unmatched news",
        number("SELECT COUNT(*) FROM exchange_arrival WHERE state = 'UNMATCHED'"));
    found.put(
        "failed news", number("SELECT COUNT(*) FROM exchange_arrival WHERE state = 'FAILED'"));
    found.put("incidents", number("SELECT COUNT(*) FROM flow_incident"));
    return found;
  }
}
