package eu.perron.orders;

import eu.perron.house.PublicAddress;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A seller's orders, newest first, those in the archive too; a page begins where the last one
 * ended, so a long list costs no more.
 */
@Component
class OrderList {
  private final JdbcClient jdbc;
  private final PublicAddress address;

  OrderList(JdbcClient jdbc, PublicAddress address) {
    this.jdbc = jdbc;
    this.address = address;
  }

  /** Null means any. */
  record Wanted(
      String reference, Status status, Stage stage, Instant placedAfter, Cursor after, int limit) {}

  OrderRow.Page page(String sellerId, Wanted wanted) {
    String page = page(wanted);
    String sql =
        "SELECT * FROM (("
            + page.formatted("orders")
            + ") UNION ALL ("
            + page.formatted("archive_order")
            + ")) o ORDER BY placed_at DESC, number DESC LIMIT :limit";
    Cursor after = wanted.after();
    List<OrderRow> rows =
        new ArrayList<>(
            jdbc.sql(sql)
                .param("seller", sellerId)
                .param("reference", wanted.reference())
                .param("status", wanted.status() == null ? null : wanted.status().name())
                .param("stage", wanted.stage() == null ? null : wanted.stage().name())
                .param(
                    "placedAfter",
                    wanted.placedAfter() == null ? null : Timestamp.from(wanted.placedAfter()))
                .param("lastPlaced", after == null ? null : Timestamp.from(after.placedAt()))
                .param("lastNumber", after == null ? null : after.number())
                .param("limit", wanted.limit() + 1)
                .query(
                    (row, n) -> {
                      String number = row.getString("number");
                      return new OrderRow(
                          number,
                          row.getString("reference"),
                          Status.valueOf(row.getString("status")),
                          Stage.valueOf(row.getString("stage")),
                          row.getString("lane"),
                          row.getTimestamp("placed_at").toInstant(),
                          row.getTimestamp("accepted_at").toInstant(),
                          address.tracking(number),
                          OrderAnswer.Links.of(number));
                    })
                .list());
    if (rows.size() <= wanted.limit()) {
      return new OrderRow.Page(rows, null);
    }
    rows.remove(rows.size() - 1);
    OrderRow last = rows.get(rows.size() - 1);
    return new OrderRow.Page(rows, new Cursor(last.placedAt(), last.orderNumber()).text());
  }

  /** The same of the orders here and of those in the archive, each along its own index. */
  private static String page(Wanted wanted) {
    StringBuilder sql =
        new StringBuilder(
            "SELECT number, reference, status, stage, lane, placed_at, accepted_at FROM %s WHERE seller_id = :seller");
    if (wanted.reference() != null) {
      sql.append(" AND reference = :reference");
    }
    if (wanted.status() != null) {
      sql.append(" AND status = :status");
    }
    if (wanted.stage() != null) {
      sql.append(" AND stage = :stage");
    }
    if (wanted.placedAfter() != null) {
      sql.append(" AND placed_at > :placedAfter");
    }
    if (wanted.after() != null) {
      sql.append(
          " AND (placed_at < :lastPlaced OR (placed_at = :lastPlaced AND number < :lastNumber))");
    }
    return sql.append(" ORDER BY placed_at DESC, number DESC LIMIT :limit").toString();
  }
}
