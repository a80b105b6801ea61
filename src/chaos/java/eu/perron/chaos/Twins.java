package eu.perron.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two orders for each set of news, alike but for their number: written straight into the database,
 * as they stand when their parcel is with the carrier or their declaration at customs. No process
 * waits for them; what it would be told is kept, as it is for any that does not wait yet.
 */
final class Twins {
  static final char ORDERED = 'A';
  static final char SHUFFLED = 'B';
  private static final int TWO_PARCELS = 5;
  private final Database database;

  Twins(Database database) {
    this.database = database;
  }

  /**
   * @param kind the state alone
   * @param state all that is known of delivery or declaration
   * @param announced what the processes are told, in no order
   */
  record End(String kind, String state, String timeline, String announced) {}

  static String order(char twin, int set) {
    return "S%c%010d".formatted(twin, set);
  }

  static String lrn(char twin, int set) {
    return order(twin, set) + "H701";
  }

  static int parcels(int set) {
    return set % TWO_PARCELS == TWO_PARCELS - 1 ? 2 : 1;
  }

  static String barcode(char twin, int set, int parcel) {
    return "%s%02d".formatted(order(twin, set), parcel);
  }

  /**
   * @param pattern an order that has ended; the twins are its copies
   */
  void book(int sets, String pattern) throws SQLException {
    try (Connection connection = database.connect()) {
      for (char twin : new char[] {ORDERED, SHUFFLED}) {
        String number = "CONCAT('S" + twin + "', LPAD(n.seq, 10, '0'))";
        String every = " FROM seq_0_to_" + (sets - 1) + " n";
        copy(connection, "orders", "number", number, every, pattern);
        copy(connection, "order_line", "order_number", number, every, pattern);
        run(
            connection,
            "INSERT INTO import_declaration (lrn, order_number, sequence, kind, additional_procedure, state, "
                + "state_at, declared_at) SELECT CONCAT("
                + number
                + ", 'H701'), "
                + number
                + ", 1, 'H7', 'F48', 'DECLARED', '2026-11-20 05:00', '2026-11-20 05:00'"
                + every);
        run(
            connection,
            "INSERT INTO delivery (order_number, carrier, booking, booking_key, booked_at, state) SELECT "
                + number
                + ", 'BPOST', 1, CONCAT("
                + number
                + ", '-1'), '2026-11-20 05:00', 'LABELLED'"
                + every);
        for (int parcel = 1; parcel <= 2; parcel++) {
          String parcelNumber = "CONCAT(" + number + ", '0" + parcel + "')";
          run(
              connection,
              "INSERT INTO delivery_parcel (parcel_number, order_number, carrier, barcode, followed, quiet_since) "
                  + "SELECT "
                  + parcelNumber
                  + ", "
                  + number
                  + ", 'BPOST', "
                  + parcelNumber
                  + ", TRUE, UTC_TIMESTAMP()"
                  + every
                  + (parcel == 2
                      ? " WHERE n.seq % " + TWO_PARCELS + " = " + (TWO_PARCELS - 1)
                      : ""));
        }
      }
    }
  }

  /** Rows as they are, whatever columns they have, but for the number and what must be unique. */
  private static void copy(
      Connection connection, String table, String key, String number, String every, String pattern)
      throws SQLException {
    Map<String, String> own =
        Map.of(key, number, "reference", "CONCAT('SETS-TWIN-', " + number + ")");
    List<String> columns = columns(connection, table);
    run(
        connection,
        "INSERT INTO %s (%s) SELECT %s%s CROSS JOIN %s o WHERE o.%s = '%s'"
            .formatted(
                table,
                String.join(", ", columns),
                columns.stream()
                    .map(column -> own.getOrDefault(column, "o." + column))
                    .collect(Collectors.joining(", ")),
                every,
                table,
                key,
                pattern));
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT column_name FROM information_schema.columns "
                    + "WHERE table_schema = DATABASE() AND table_name = ?");
        ResultSet rows = execute(query, table)) {
      List<String> columns = new java.util.ArrayList<>();
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
      return columns;
    }
  }

  private static ResultSet execute(PreparedStatement query, String parameter) throws SQLException {
    query.setString(1, parameter);
    return query.executeQuery();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  /**
   * What became of each set; numbers of orders and declarations are left out, and so is what is
   * sealed: it never looks the same twice.
   */
  Map<Integer, End> ends(char twin) throws SQLException {
    Map<Integer, End> ends = new HashMap<>();
    try (Connection connection = database.connect();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT o.number, CONCAT(d.state, '/', i.state),
                  CONCAT_WS('|', d.state, i.state, i.state_at, i.mrn IS NOT NULL, i.accepted_at, i.documents_at,
                    i.inspection_at, i.reason IS NULL, i.refused_item, i.duty, i.vat, i.payable,
                    (SELECT GROUP_CONCAT(p.followed ORDER BY p.parcel_number)
                     FROM delivery_parcel p WHERE p.order_number = o.number),
                    (SELECT GROUP_CONCAT(RIGHT(e.parcel_number, 2), e.code, e.happened_at, e.place, IFNULL(e.state, '')
                       ORDER BY e.parcel_number, e.happened_at, e.code)
                     FROM delivery_event e WHERE e.order_number = o.number)),
                  IFNULL((SELECT GROUP_CONCAT(t.code, ' ', t.happened_at, ' ', IFNULL(t.place, '')
                       ORDER BY t.happened_at, t.code SEPARATOR '; ')
                     FROM timeline_event t WHERE t.order_number = o.number), ''),
                  CONCAT_WS(' ', d.told, (SELECT GROUP_CONCAT(DISTINCT a.activity, ':', a.answer ORDER BY a.activity, a.answer)
                     FROM flow_answer a WHERE a.business_key = o.number))
                FROM orders o JOIN delivery d ON d.order_number = o.number
                JOIN import_declaration i ON i.order_number = o.number
                WHERE o.number LIKE ?""")) {
      try (ResultSet rows = execute(query, "S" + twin + "%")) {
        while (rows.next()) {
          String number = rows.getString(1);
          ends.put(
              Integer.parseInt(number.substring(2)),
              new End(
                  rows.getString(2),
                  nameless(rows.getString(3), number),
                  nameless(rows.getString(4), number),
                  nameless(rows.getString(5), number)));
        }
      }
    }
    return ends;
  }

  private static String nameless(String text, String number) {
    return text.replaceAll("26BE" + number + "R\\d", "MRN").replace(number, "#");
  }

  /** No process will ever wait for them. */
  void forgetAnswers() throws SQLException {
    try (Connection connection = database.connect()) {
      run(
          connection,
          "DELETE FROM flow_answer WHERE business_key LIKE 'SA%' OR business_key LIKE 'SB%'");
    }
  }
}
