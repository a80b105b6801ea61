package eu.perron.bench;

import eu.perron.chaos.Broken;
import eu.perron.chaos.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What our database says, read past the program, and as seldom as it does. */
final class Ledger {
  private static final Duration STALL = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(500);
  private final Database database;

  Ledger(Database database) {
    this.database = database;
  }

  /** Order numbers grow with time: what is taken from now on comes after this one. */
  String lastOrder() throws SQLException {
    List<List<String>> last = rows("SELECT COALESCE(MAX(number), '') FROM orders");
    return last.get(0).get(0);
  }

  /**
   * Waits until so many orders after this one have ended.
   *
   * @return when the last of them did, in milliseconds of this machine's clock
   */
  long awaitEnded(String after, int many) throws SQLException, InterruptedException {
    long moved = System.nanoTime();
    long before = -1;
    while (true) {
      long now = number("SELECT COUNT(*) FROM orders WHERE number > ? AND stage = 'CLOSED'", after);
      if (now >= many) {
        break;
      }
      // Before the first one ends, the flow is what moves.
      long progress = now > 0 ? now : number("SELECT COUNT(*) FROM flow_journal");
      if (progress != before) {
        before = progress;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STALL.toNanos()) {
        throw new Broken(
            "%d of %d orders ended, then nothing moved for %d s: %s"
                .formatted(now, many, STALL.toSeconds(), standing(after)));
      }
      Thread.sleep(LOOK.toMillis());
    }
    long delivered =
        number("SELECT COUNT(*) FROM orders WHERE number > ? AND status = 'DELIVERED'", after);
    if (delivered < many) {
      throw new Broken(
          (many - delivered) + " of " + many + " orders ended otherwise: " + standing(after));
    }
    return number(
        "SELECT CAST(UNIX_TIMESTAMP(MAX(ended_at)) * 1000 AS UNSIGNED) FROM orders WHERE number >"
            + " ?",
        after);
  }

  private List<List<String>> standing(String after) throws SQLException {
    return rows(
        "SELECT stage, status, COUNT(*) FROM orders WHERE number > ? GROUP BY stage, status",
        after);
  }

  long number(String sql, Object... parameters) throws SQLException {
    return Long.parseLong(rows(sql, parameters).get(0).get(0));
  }

  List<List<String>> rows(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement query = connection.prepareStatement(sql)) {
      connection.createStatement().execute("SET time_zone = '+00:00'");
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int column = 1; column <= columns; column++) {
            String value = found.getString(column);
            row.add(value == null ? "" : value);
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  int change(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement change = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        change.setObject(i + 1, parameters[i]);
      }
      return change.executeUpdate();
    }
  }
}
