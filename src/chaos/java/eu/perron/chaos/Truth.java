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

  /** How each order of this prefix ended: states and timeline, without any time. */
  Map<String, String> endings(String prefix) throws SQLException {
    return texts(
        """
        SELECT o.reference, CONCAT_WS(' ', o.stage, o.status,
            (SELECT GROUP_CONCAT(DISTINCT e.code ORDER BY e.code) FROM timeline_event e
             WHERE e.order_number = o.number AND e.kind = 'ACTUAL'),
            (SELECT GROUP_CONCAT(t.activity ORDER BY t.activity) FROM flow_task t
             WHERE t.business_key = o.number))
        FROM orders o WHERE o.reference LIKE ?""",
        prefix + "%");
  }

  /** News that lies here and is not applied yet. */
  long unapplied() throws SQLException {
    return number("SELECT COUNT(*) FROM exchange_arrival WHERE state = 'NEW'");
  }

  /** News that was here before the receipt of the message it answers was written down. */
  long newsBeforeReceipt(long sinceMillis) throws SQLException {
    return number(
        """
        SELECT COUNT(*) FROM exchange_arrival a
        JOIN exchange_letter l ON l.letter_key = a.about
        JOIN exchange_message m ON m.id = l.message_id
        WHERE a.created_at >= ? AND m.done_at > a.created_at""",
        new java.sql.Timestamp(sinceMillis));
  }

  /** Seconds from a piece of news being kept to its being applied, the order moved on; sorted. */
  double[] lagsOfNews(long sinceMillis) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT TIMESTAMPDIFF(MICROSECOND, created_at, done_at) / 1000000 "
                    + "FROM exchange_arrival WHERE state = 'APPLIED' AND created_at >= ? ORDER BY 1")) {
      query.setTimestamp(1, new java.sql.Timestamp(sinceMillis));
      List<Double> lags = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          lags.add(rows.getDouble(1));
        }
      }
      return lags.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
  }

  /** What the program said of a file of processes/ that it did not deploy. */
  java.util.Optional<String> refusal(String file) throws SQLException {
    return texts(
            "SELECT file, CONCAT_WS(' ', file, element, reason) FROM flow_refusal WHERE file = ?",
            file)
        .values()
        .stream()
        .findFirst();
  }

  /** The first column of each row and its second. */
  Map<String, String> texts(String sql, String parameter) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, parameter);
      Map<String, String> texts = new TreeMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          texts.put(rows.getString(1), rows.getString(2));
        }
      }
      return texts;
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
