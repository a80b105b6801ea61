package eu.perron.bench;

import eu.perron.chaos.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the database server counts of itself. */
final class Counters {
  private static final Map<String, String> SHOWN = new LinkedHashMap<>();

  static {
    SHOWN.put("Questions", "statements");
    SHOWN.put("Com_select", "SELECT");
    SHOWN.put("Com_insert", "INSERT");
    SHOWN.put("Com_insert_select", "INSERT … SELECT");
    SHOWN.put("Com_update", "UPDATE");
    SHOWN.put("Com_update_multi", "UPDATE of a join");
    SHOWN.put("Com_delete", "DELETE");
    SHOWN.put("Com_delete_multi", "DELETE of a join");
    SHOWN.put("Com_replace", "REPLACE");
    SHOWN.put("Com_commit", "COMMIT");
    SHOWN.put("Com_rollback", "ROLLBACK");
    SHOWN.put("Com_set_option", "SET (autocommit, isolation …)");
    SHOWN.put("Com_stmt_execute", "prepared, executed");
    SHOWN.put("Handler_write", "rows inserted, temporary ones too");
    SHOWN.put("Handler_update", "rows updated");
    SHOWN.put("Handler_delete", "rows deleted");
    SHOWN.put("Handler_read_key", "rows read by key");
    SHOWN.put("Handler_read_next", "rows read along an index");
    SHOWN.put("Handler_read_rnd_next", "rows read by scanning");
    SHOWN.put("Innodb_os_log_written", "bytes of redo log");
    SHOWN.put("Innodb_data_written", "bytes written");
    SHOWN.put("Innodb_data_fsyncs", "flushes to disk");
    SHOWN.put("Innodb_row_lock_waits", "waits for row locks");
    SHOWN.put("Innodb_deadlocks", "deadlocks");
    SHOWN.put("Bytes_received", "bytes received");
    SHOWN.put("Bytes_sent", "bytes sent");
  }

  private final Database database;
  private final Map<String, Double> before;

  private Counters(Database database) throws SQLException {
    this.database = database;
    this.before = read(database);
  }

  static Counters of(Database database) throws SQLException {
    return new Counters(database);
  }

  /** What was counted since the beginning, by the server's names. */
  Map<String, Double> since() throws SQLException {
    Map<String, Double> now = read(database);
    now.replaceAll((name, value) -> value - before.getOrDefault(name, 0.0));
    return now;
  }

  /** Rows for a table of what one order, or one instance, cost. */
  static List<List<String>> each(List<Map<String, Double>> columns) {
    return SHOWN.entrySet().stream()
        .filter(
            shown ->
                columns.stream()
                    .anyMatch(column -> column.getOrDefault(shown.getKey(), 0.0) >= 0.005))
        .map(
            shown ->
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(shown.getValue()),
                        columns.stream()
                            .map(column -> Sheet.shown(column.getOrDefault(shown.getKey(), 0.0))))
                    .toList())
        .toList();
  }

  static Map<String, Double> divided(Map<String, Double> counted, double by) {
    Map<String, Double> each = new LinkedHashMap<>(counted);
    each.replaceAll((name, value) -> value / by);
    return each;
  }

  private static Map<String, Double> read(Database database) throws SQLException {
    Map<String, Double> values = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS")) {
      while (rows.next()) {
        if (rows.getString(2).matches("-?[0-9]+(\\.[0-9]+)?")) {
          values.put(rows.getString(1), rows.getDouble(2));
        }
      }
    }
    return values;
  }
}
