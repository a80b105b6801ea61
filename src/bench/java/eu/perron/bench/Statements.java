package eu.perron.bench;

import eu.perron.chaos.Node;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the time goes: the journey once more, under the eyes of the database's performance schema
 * and of the flight recorder, both of which slow it down.
 */
final class Statements implements Part {
  private static final int SHOWN = 60;

  @Override
  public String name() {
    return "statements";
  }

  @Override
  public String what() {
    return "What one order asks of the database, statement by statement, and of the processor,"
        + " method by method";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    Path recording = ground.folder().resolve("journey.jfr");
    ground.restartDatabase(
        "--performance-schema=ON",
        "--performance-schema-consumer-events-statements-current=ON",
        "--performance-schema-consumer-events-statements-history-long=ON",
        "--performance-schema-events-statements-history-long-size=20000",
        "--performance-schema-max-sql-text-length=4096",
        "--performance-schema-digests-size=5000",
        "--performance-schema-max-digest-length=4096",
        "--max-digest-length=4096");
    List<Node> nodes =
        ground.withNodes(
            1,
            Map.of(),
            List.of(
                "-XX:FlightRecorderOptions=stackdepth=256",
                "-XX:StartFlightRecording:name=journey,settings=profile,filename=" + recording));
    Ledger ledger = ground.ledger();
    int orders = size.journey(Carried.warmUp(ground, nodes, "WARM-S-", size, 30), 30);
    ledger.change("TRUNCATE performance_schema.events_statements_summary_by_digest");
    long began = System.currentTimeMillis();
    Carried carried = Carried.carry(ground, nodes, "STATEMENTS-", orders);
    List<List<String>> digests = digests(ledger, orders);
    long ended = System.currentTimeMillis();
    sheet.note(
        "%d orders, performance schema and flight recorder on: compare shares, not figures"
            .formatted(orders));
    sheet.figure("orders a second under these eyes", "", carried.perSecond());
    sheet.figure("statements of one order", "", carried.counted().get("Questions"));
    sheet.table("By kind, for each order", List.of("kind", "times", "ms"), kinds(ledger, orders));
    sheet.table(
        "The costliest statements, for each order",
        List.of(
            "times",
            "ms",
            "% of time",
            "rows read",
            "rows given",
            "rows changed",
            "statement",
            "plan"),
        digests);
    ground.restartDatabase();
    Samples samples = Samples.read(recording, began, ended);
    sheet.note(samples.many() + " samples of running threads of the node while it carried them");
    sheet.table(
        "Our methods by share of samples in which they run or wait for what they called in Java",
        List.of("% of samples", "method"),
        samples.ours(40));
    sheet.table(
        "By library: whose method runs", List.of("% of samples", "package"), samples.packages(25));
    sheet.table(
        "By library: what runs or waits for what it called",
        List.of("% of samples", "package"),
        samples.packagesWithCalled(45));
    sheet.table("By thread", List.of("% of samples", "thread"), samples.threads(20));
    sheet.table("Methods that run", List.of("% of samples", "method"), samples.methods(30));
  }

  private static List<List<String>> kinds(Ledger ledger, int orders) throws Exception {
    return ledger
        .rows(
            """
            SELECT SUBSTRING_INDEX(DIGEST_TEXT, ' ', 1), SUM(COUNT_STAR) / ?, SUM(SUM_TIMER_WAIT) / 1e9 / ?
              FROM performance_schema.events_statements_summary_by_digest
             WHERE SCHEMA_NAME = 'perron' GROUP BY 1 ORDER BY 3 DESC\
            """,
            orders,
            orders)
        .stream()
        .map(row -> List.of(row.get(0), shown(row.get(1)), shown(row.get(2))))
        .toList();
  }

  private static List<List<String>> digests(Ledger ledger, int orders) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row :
        ledger.rows(
            """
            SELECT COUNT_STAR / ?, SUM_TIMER_WAIT / 1e9 / ?,
                   100 * SUM_TIMER_WAIT / SUM(SUM_TIMER_WAIT) OVER (), SUM_ROWS_EXAMINED / ?,
                   SUM_ROWS_SENT / ?, SUM_ROWS_AFFECTED / ?, DIGEST_TEXT, DIGEST
              FROM performance_schema.events_statements_summary_by_digest
             WHERE SCHEMA_NAME = 'perron' AND DIGEST_TEXT NOT LIKE '%performance_schema%'
             ORDER BY SUM_TIMER_WAIT DESC LIMIT ?\
            """,
            orders, orders, orders, orders, orders, SHOWN)) {
      List<String> cells =
          new ArrayList<>(row.subList(0, 6).stream().map(Statements::shown).toList());
      String text = row.get(6).replace("`", "").replaceAll("\\s+", " ");
      cells.add(text.length() > 300 ? text.substring(0, 300) + " …" : text);
      cells.add(plan(ledger, row.get(7)));
      rows.add(cells);
    }
    return rows;
  }

  /**
   * How the server would go about one of those it was asked last: table, kind of access, index and
   * rows. Empty where it has no plan, as for a plain INSERT.
   */
  private static String plan(Ledger ledger, String digest) throws SQLException {
    List<List<String>> asked =
        ledger.rows(
            "SELECT SQL_TEXT FROM performance_schema.events_statements_history_long "
                + "WHERE DIGEST = ? AND CURRENT_SCHEMA = 'perron' LIMIT 1",
            digest);
    if (asked.isEmpty() || !asked.get(0).get(0).matches("(?is)(SELECT|UPDATE|DELETE)\\b.*")) {
      return "";
    }
    try {
      return ledger.rows("EXPLAIN " + asked.get(0).get(0)).stream()
          .map(row -> String.join(" ", row.get(2), row.get(3), row.get(5), row.get(8)).strip())
          .collect(Collectors.joining("; "));
    } catch (SQLException cutOff) {
      return "";
    }
  }

  private static String shown(String number) {
    return number.isEmpty() ? "0" : Sheet.shown(Double.parseDouble(number));
  }
}
