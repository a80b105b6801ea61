package eu.perron.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.MultiRow;
import eu.perron.house.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Files of orders as they lie in the database: received row by row, worked off order by order. */
@Component
public class OrderImports {
  private static final int ROWS_A_STATEMENT = 500;
  private static final Duration NOBODY_SENDS_THAT_SLOWLY = Duration.ofHours(1);
  private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
  private static final MultiRow ROWS =
      MultiRow.of(
          "INSERT INTO order_import_row",
          "import_id, order_no, row_no, reference, content, problem");
  private static final MultiRow REFUSALS =
      MultiRow.of("INSERT INTO order_import_refusal", "import_id, row_no, reference, errors");

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;

  OrderImports(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.batches = batches;
    this.json = json;
    this.clock = clock;
  }

  /** A file whose next orders are to be taken. */
  record Work(String id, String sellerId, int orderCount, int nextOrder) {}

  record Tally(int accepted, int repeated, int refused, int refusedRows) {}

  /**
   * The rows are there when this returns; an unreadable or broken-off file leaves nothing behind.
   */
  public String receive(String sellerId, InputStream body) throws IOException {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "INSERT INTO order_import (id, seller_id, state, received_at) VALUES (:id, :seller, 'RECEIVING', :now)")
        .param("id", id)
        .param("seller", sellerId)
        .param("now", now())
        .update();
    ImportFile file = new ImportFile();
    List<ImportRow> pending = new ArrayList<>();
    boolean complete = false;
    try {
      file.read(
          body,
          row -> {
            pending.add(row);
            if (pending.size() == ROWS_A_STATEMENT) {
              insert(id, pending);
            }
          });
      insert(id, pending);
      jdbc.sql(
              "UPDATE order_import SET state = 'READY', row_count = :rows, order_count = :orders WHERE id = :id")
          .param("rows", file.rows())
          .param("orders", file.orders())
          .param("id", id)
          .update();
      complete = true;
    } finally {
      if (!complete) {
        forget(id);
      }
    }
    return id;
  }

  private void insert(String id, List<ImportRow> rows) {
    ROWS.write(
        batches,
        rows,
        row ->
            new Object[] {
              id,
              row.orderNo(),
              row.rowNo(),
              row.reference(),
              seal.closeDocument(row.cells()),
              row.problem()
            });
    rows.clear();
  }

  private void forget(String id) {
    jdbc.sql("DELETE FROM order_import_row WHERE import_id = :id").param("id", id).update();
    jdbc.sql("DELETE FROM order_import WHERE id = :id").param("id", id).update();
  }

  /** What a crash left half received was answered to nobody. */
  @Scheduled(fixedDelayString = "PT30M")
  void forgetBrokenOff() {
    jdbc.sql("SELECT id FROM order_import WHERE state = 'RECEIVING' AND received_at < :then")
        .param("then", Timestamp.from(clock.instant().minus(NOBODY_SENDS_THAT_SLOWLY)))
        .query(String.class)
        .list()
        .forEach(this::forget);
  }

  /**
   * Locked for the caller's transaction. The file that got least so far comes first: a small one
   * waits for no large one.
   */
  Optional<Work> next() {
    return jdbc.sql(
            "SELECT id, seller_id, order_count, next_order FROM order_import WHERE state = 'READY' "
                + "ORDER BY next_order, received_at LIMIT 1 FOR UPDATE SKIP LOCKED")
        .query(Work.class)
        .optional();
  }

  Optional<Work> next(String id) {
    return jdbc.sql(
            "SELECT id, seller_id, order_count, next_order FROM order_import "
                + "WHERE id = :id AND state = 'READY' FOR UPDATE SKIP LOCKED")
        .param("id", id)
        .query(Work.class)
        .optional();
  }

  List<ImportRow> rows(Work work, int orders) {
    return jdbc.sql(
            "SELECT order_no, row_no, reference, content, problem FROM order_import_row "
                + "WHERE import_id = :id AND order_no >= :from AND order_no < :to ORDER BY order_no, row_no")
        .param("id", work.id())
        .param("from", work.nextOrder())
        .param("to", work.nextOrder() + orders)
        .query(
            (row, n) ->
                new ImportRow(
                    row.getInt("order_no"),
                    row.getInt("row_no"),
                    row.getString("reference"),
                    cells(row.getBytes("content")),
                    row.getString("problem")))
        .list();
  }

  void refuse(String id, List<RefusedRow> refused) {
    REFUSALS.write(
        batches, refused, row -> new Object[] {id, row.row(), row.reference(), text(row.errors())});
  }

  void advance(Work work, int orders, Tally tally) {
    int next = Math.min(work.orderCount(), work.nextOrder() + orders);
    jdbc.sql("DELETE FROM order_import_row WHERE import_id = :id AND order_no < :next")
        .param("id", work.id())
        .param("next", next)
        .update();
    jdbc.sql(
            "UPDATE order_import SET next_order = :next, accepted = accepted + :accepted, "
                + "repeated = repeated + :repeated, refused = refused + :refused, refused_rows = refused_rows + :rows, "
                + "state = IF(:next >= order_count, 'DONE', state), done_at = IF(:next >= order_count, :now, NULL) "
                + "WHERE id = :id")
        .param("next", next)
        .param("accepted", tally.accepted())
        .param("repeated", tally.repeated())
        .param("refused", tally.refused())
        .param("rows", tally.refusedRows())
        .param("now", now())
        .param("id", work.id())
        .update();
  }

  /** What belongs to another seller is not there. */
  Optional<ImportReport> report(String sellerId, String id, int afterRow, int most) {
    return jdbc.sql(
            "SELECT * FROM order_import WHERE id = :id AND seller_id = :seller AND state <> 'RECEIVING'")
        .param("id", id)
        .param("seller", sellerId)
        .query(
            (row, n) ->
                new ImportReport(
                    id,
                    state(row.getString("state"), row.getInt("next_order")),
                    row.getTimestamp("received_at").toInstant(),
                    row.getTimestamp("done_at") == null
                        ? null
                        : row.getTimestamp("done_at").toInstant(),
                    new ImportReport.Rows(row.getInt("row_count"), row.getInt("refused_rows")),
                    new ImportReport.Counts(
                        row.getInt("order_count"),
                        row.getInt("accepted"),
                        row.getInt("repeated"),
                        row.getInt("refused"),
                        row.getInt("order_count") - row.getInt("next_order")),
                    null,
                    null))
        .optional()
        .map(report -> report.with(refusals(id, afterRow, most + 1), most));
  }

  private List<RefusedRow> refusals(String id, int afterRow, int most) {
    return jdbc.sql(
            "SELECT row_no, reference, errors FROM order_import_refusal "
                + "WHERE import_id = :id AND row_no > :after ORDER BY row_no LIMIT :most")
        .param("id", id)
        .param("after", afterRow)
        .param("most", most)
        .query(
            (row, n) ->
                RefusedRow.of(
                    row.getInt("row_no"),
                    row.getString("reference"),
                    errors(row.getString("errors"))))
        .list();
  }

  private static ImportReport.State state(String stored, int nextOrder) {
    return stored.equals("DONE")
        ? ImportReport.State.DONE
        : nextOrder > 0 ? ImportReport.State.WORKING : ImportReport.State.RECEIVED;
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, String> cells(byte[] kept) {
    try {
      return kept == null ? null : json.readValue(seal.open(kept), CELLS);
    } catch (IOException notOurs) {
      throw new IllegalStateException("The cells of a row are no cells");
    }
  }

  private List<RefusedRow.CellError> errors(String content) {
    try {
      return List.of(json.readValue(content, RefusedRow.CellError[].class));
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException(notOurs);
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
