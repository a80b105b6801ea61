package eu.perron.home;

import eu.perron.orders.OrderImports;
import eu.perron.orders.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sample orders of the demonstration, sent through the same intake as any file of orders. Each
 * sending has a name of its own before every reference, so that it can be repeated and followed.
 */
@Component
class DemoOrders {
  private static final String SELLER = "demo";
  private static final Pattern BATCH = Pattern.compile("([a-z0-9]{8})\\.([0-9a-f-]{36})");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private final OrderImports imports;
  private final JdbcClient jdbc;
  private final Clock clock;

  DemoOrders(OrderImports imports, JdbcClient jdbc, Clock clock) {
    this.imports = imports;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return by which this sending is followed: what its references begin with, and the number of
   *     its import
   */
  String send() throws IOException {
    String name = UUID.randomUUID().toString().substring(0, 8);
    byte[] orders = renamed(name).getBytes(StandardCharsets.UTF_8);
    return name + "." + imports.receive(SELLER, new ByteArrayInputStream(orders));
  }

  private String renamed(String name) throws IOException {
    String now = clock.instant().atOffset(ZoneOffset.ofHours(8)).withNano(0).toString();
    StringWriter text = new StringWriter();
    try (Reader in =
            new InputStreamReader(
                new ClassPathResource("samples/orders.csv").getInputStream(),
                StandardCharsets.UTF_8);
        CSVPrinter out = new CSVPrinter(text, CSVFormat.RFC4180)) {
      var rows = FORMAT.parse(in);
      List<String> columns = rows.getHeaderNames();
      out.printRecord(columns);
      for (CSVRecord row : rows) {
        for (String column : columns) {
          out.print(
              column.equals("reference")
                  ? name + "-" + row.get(column)
                  : column.equals("placed_at") ? now : row.get(column));
        }
        out.println();
      }
    }
    return text.toString();
  }

  /**
   * @param reason in the clerk's words
   */
  record Reason(String reason, long orders) {}

  record Example(String number, String goods, Status status) {}

  /**
   * How far a sending is.
   *
   * @param of how many orders the file has
   * @param refused those that intake did not take
   */
  record Progress(
      String batch,
      long of,
      long refused,
      Figures.Tally tally,
      List<Reason> reasons,
      List<Example> examples) {
    public long settled() {
      return tally.delivered() + tally.otherwise() + tally.waiting() + refused;
    }

    public boolean over() {
      return settled() >= of && tally.waiting() == 0;
    }

    public long underWay() {
      return Math.max(0, of - settled());
    }
  }

  private record Row(String status, long number) {}

  private record File(int orderCount, int refused) {}

  /** Empty if there was no such sending. */
  Optional<Progress> progress(String batch) {
    Matcher named = BATCH.matcher(batch);
    return named.matches()
        ? jdbc.sql(
                "SELECT order_count, refused FROM order_import WHERE id = :id AND seller_id = :seller")
            .param("id", named.group(2))
            .param("seller", SELLER)
            .query(File.class)
            .optional()
            .map(file -> read(batch, named.group(1), file))
        : Optional.empty();
  }

  private Progress read(String batch, String name, File file) {
    String references = name + "-%";
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    jdbc.sql(
            "SELECT status, COUNT(*) AS number FROM orders WHERE seller_id = :seller AND reference LIKE :references "
                + "GROUP BY status")
        .param("seller", SELLER)
        .param("references", references)
        .query(Row.class)
        .list()
        .forEach(row -> counts.put(Status.valueOf(row.status()), row.number()));
    List<Reason> reasons =
        jdbc.sql(
                "SELECT t.reason, COUNT(*) AS orders FROM orders o JOIN flow_task t ON t.business_key = o.number "
                    + "WHERE o.seller_id = :seller AND o.reference LIKE :references GROUP BY t.reason ORDER BY 2 DESC, 1")
            .param("seller", SELLER)
            .param("references", references)
            .query(Reason.class)
            .list();
    return new Progress(
        batch,
        file.orderCount(),
        file.refused(),
        Figures.tally(counts, 0),
        reasons,
        examples(references));
  }

  private List<Example> examples(String references) {
    return jdbc.sql(
            """
            SELECT o.number, l.description AS goods, o.status FROM orders o
            JOIN order_line l ON l.order_number = o.number AND l.position = 0
            WHERE o.seller_id = :seller AND o.reference LIKE :references ORDER BY o.reference LIMIT 6""")
        .param("seller", SELLER)
        .param("references", references)
        .query(Example.class)
        .list();
  }
}
