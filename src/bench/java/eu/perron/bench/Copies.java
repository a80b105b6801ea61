package eu.perron.bench;

import eu.perron.chaos.Broken;
import eu.perron.chaos.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Copies of an order as it stands, with all its rows, the engine's too, written by the database
 * itself: a hundred thousand orders that wait would take the long way an hour. Whatever names the
 * order names the copy; ids of its own become new ones.
 */
final class Copies {
  private static final int AT_ONCE = 5_000;
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Columns that name things all orders share. */
  private static final Set<String> SHARED =
      Set.of("proc_def_id_", "definition_id", "consignment_number", "case_def_id_");

  /** What must be unique and does not hold the order's number. */
  private static final Map<String, String> UNIQUE =
      Map.of(
          "orders.reference", "CONCAT('COPY-', %s)",
          "import_declaration.mrn", "CONCAT('26', LPAD(%s, 15, 'N'), '0')",
          "freight_house.mrn", "CONCAT('26', LPAD(%s, 15, 'N'), '0')",
          "delivery_parcel.barcode", "CONCAT(%s, '01')",
          "exchange_message.message_key", "CONCAT(LEFT(o.message_key, 150), '-', %s)",
          "exchange_arrival.arrival_key", "CONCAT(LEFT(o.arrival_key, 150), '-', %s)");

  /** Where an order's rows are, in words for WHERE; those nobody reads by the order come last. */
  private static final Map<String, String> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("orders", "number = '%s'");
    for (String table :
        List.of(
            "order_line",
            "order_parcel",
            "order_word",
            "compliance_finding",
            "export_declaration",
            "export_document",
            "freight_house",
            "import_declaration",
            "delivery",
            "delivery_parcel",
            "delivery_event",
            "delivery_label",
            "timeline_event")) {
      ROWS.put(table, "order_number = '%s'");
    }
    ROWS.put("flow_wait", "business_key = '%s'");
    ROWS.put("flow_task", "business_key = '%s'");
    ROWS.put("flow_journal", "business_key = '%s'");
    String instances = "(SELECT ID_ FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ = '%s')";
    ROWS.put("ACT_RU_EXECUTION", "PROC_INST_ID_ IN " + instances);
    String theirs = "(SELECT ID_ FROM ACT_RU_EXECUTION WHERE PROC_INST_ID_ IN " + instances + ")";
    ROWS.put("ACT_RU_TASK", "EXECUTION_ID_ IN " + theirs);
    ROWS.put(
        "ACT_RU_IDENTITYLINK",
        "TASK_ID_ IN (SELECT ID_ FROM ACT_RU_TASK WHERE EXECUTION_ID_ IN " + theirs + ")");
    ROWS.put("exchange_letter", "about = '%s'");
    ROWS.put("exchange_arrival", "order_number = '%s'");
    ROWS.put(
        "exchange_message",
        "id IN (SELECT message_id FROM exchange_letter WHERE about = '%1$s' UNION "
            + "SELECT message_id FROM exchange_arrival WHERE order_number = '%1$s')");
  }

  private final Database database;

  Copies(Database database) {
    this.database = database;
  }

  /** The number of the n-th copy; they sort before any real one. */
  static String number(char kind, int n) {
    return "%c%011d".formatted(kind, n);
  }

  /** What an order has sent and heard, and its label: half of its rows, most of its bytes. */
  private static final Set<String> POST =
      Set.of("exchange_letter", "exchange_arrival", "exchange_message", "delivery_label");

  /**
   * @param kind a letter before P that their numbers begin with
   * @return rows written
   */
  long make(String pattern, char kind, int first, int many) throws SQLException {
    return make(pattern, kind, first, many, Set.of());
  }

  /** Without what they have sent and heard, where tens of thousands are wanted soon. */
  long makeWithoutPost(String pattern, char kind, int first, int many) throws SQLException {
    return make(pattern, kind, first, many, POST);
  }

  private long make(String pattern, char kind, int first, int many, Set<String> leftOut)
      throws SQLException {
    if (kind >= 'P') {
      throw new Broken("Copies " + number(kind, first) + " would pass for the latest orders");
    }
    long written = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION foreign_key_checks = 0, unique_checks = 0");
      Map<String, List<Row>> rows = rows(statement, pattern);
      rows.keySet().removeAll(leftOut);
      Map<String, Integer> own = ownIds(rows);
      for (int from = first; from < first + many; from += AT_ONCE) {
        int to = Math.min(from + AT_ONCE, first + many) - 1;
        for (Map.Entry<String, List<Row>> table : rows.entrySet()) {
          for (Row row : table.getValue()) {
            written +=
                statement.executeUpdate(insert(table.getKey(), row, own, pattern, kind, from, to));
          }
        }
      }
    }
    return written;
  }

  /**
   * @param values of its columns, those the server counts itself left out
   * @param key words for WHERE that find it
   */
  private record Row(Map<String, String> values, String key) {}

  private static Map<String, List<Row>> rows(Statement statement, String pattern)
      throws SQLException {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Map.Entry<String, String> table : ROWS.entrySet()) {
      List<Row> found = new ArrayList<>();
      Set<String> keys = primaryKey(statement.getConnection(), table.getKey());
      try (ResultSet row =
          statement.executeQuery(
              "SELECT * FROM "
                  + table.getKey()
                  + " WHERE "
                  + table.getValue().formatted(pattern, pattern))) {
        while (row.next()) {
          found.add(read(row, keys));
        }
      }
      rows.put(table.getKey(), found);
    }
    return rows;
  }

  private static Row read(ResultSet row, Set<String> keys) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, String> values = new LinkedHashMap<>();
    List<String> key = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnName(i);
      boolean text = columns.getColumnTypeName(i).matches("(?i).*(CHAR|TEXT).*");
      if (!columns.isAutoIncrement(i)) {
        values.put(column, text ? row.getString(i) : null);
      }
      if (keys.contains(column)) {
        key.add("o." + column + " = '" + row.getString(i) + "'");
      }
    }
    return new Row(values, String.join(" AND ", key));
  }

  private static Set<String> primaryKey(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT column_name FROM information_schema.statistics WHERE table_schema = DATABASE() "
                + "AND table_name = ? AND index_name = 'PRIMARY'")) {
      query.setString(1, table);
      Set<String> keys = new LinkedHashSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      }
      return keys;
    }
  }

  /** Ids of this order's own rows, and a number for each. */
  private static Map<String, Integer> ownIds(Map<String, List<Row>> rows) {
    Map<String, Integer> ids = new HashMap<>();
    rows.values().stream()
        .flatMap(List::stream)
        .flatMap(row -> row.values().entrySet().stream())
        .filter(value -> value.getValue() != null && !isShared(value.getKey()))
        .flatMap(value -> ID.matcher(value.getValue()).results())
        .map(found -> found.group())
        .forEach(id -> ids.putIfAbsent(id, ids.size()));
    return ids;
  }

  private static boolean isShared(String column) {
    return SHARED.contains(column.toLowerCase(java.util.Locale.ROOT));
  }

  private static String insert(
      String table,
      Row row,
      Map<String, Integer> own,
      String pattern,
      char kind,
      int from,
      int to) {
    String number = "CONCAT('" + kind + "', LPAD(n.seq, 11, '0'))";
    String values =
        row.values().entrySet().stream()
            .map(
                value -> {
                  String unique = UNIQUE.get(table + "." + value.getKey());
                  return unique != null && value.getValue() != null
                      ? unique.formatted(number)
                      : copied(value.getKey(), value.getValue(), own, pattern, number, kind);
                })
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) SELECT %s FROM seq_%d_to_%d n CROSS JOIN %s o WHERE %s"
        .formatted(
            table, String.join(", ", row.values().keySet()), values, from, to, table, row.key());
  }

  private static String copied(
      String column,
      String value,
      Map<String, Integer> own,
      String pattern,
      String number,
      char kind) {
    String copied = "o." + column;
    if (value == null || isShared(column)) {
      return copied;
    }
    if (value.contains(pattern)) {
      copied = "REPLACE(%s, '%s', %s)".formatted(copied, pattern, number);
    }
    for (String id : ID.matcher(value).results().map(found -> found.group()).toList()) {
      if (own.containsKey(id)) {
        // Ids that were made in one millisecond differ in the last digits alone.
        long last = ((long) own.get(id) << 36) + ((long) kind << 28);
        copied =
            "REPLACE(%s, '%s', CONCAT('%s', LPAD(LOWER(HEX(n.seq + %d)), 12, '0')))"
                .formatted(copied, id, id.substring(0, 24), last);
      }
    }
    return copied;
  }
}
