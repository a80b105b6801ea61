package eu.perron.orders;

import eu.perron.archive.Kind;
import eu.perron.archive.Owner;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders that leave for the archive, and the line of them that stays for lists and repetitions. */
@Component
class EndedOrders implements Owner {
  private static final RowMapper<Ended> ENDED =
      (row, n) -> new Ended(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3));
  private final JdbcClient jdbc;
  private final Clock clock;

  EndedOrders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Kind kind() {
    return Kind.ORDER;
  }

  @Override
  public List<Ended> ended(Instant before, Ended after, int most) {
    return jdbc.sql(
            "SELECT number, ended_at, vat_scheme FROM orders FORCE INDEX (orders_ended) "
                + "WHERE ended_at >= :lastAt AND ended_at < :before AND (ended_at > :lastAt OR number > :last) "
                + "ORDER BY ended_at, number LIMIT :most")
        .param("before", utc(before))
        .param("lastAt", utc(after == null ? Instant.EPOCH : after.at()))
        .param("last", after == null ? "" : after.number())
        .param("most", most)
        .query(ENDED)
        .list();
  }

  @Override
  public List<Ended> lock(Collection<String> numbers, Instant before) {
    return jdbc.sql(
            "SELECT number, ended_at, vat_scheme FROM orders FORCE INDEX (PRIMARY) "
                + "WHERE number IN (:numbers) AND ended_at < :before ORDER BY number FOR UPDATE SKIP LOCKED")
        .param("numbers", numbers)
        .param("before", utc(before))
        .query(ENDED)
        .list();
  }

  @Override
  public void leave(Collection<String> numbers) {
    jdbc.sql(
            """
            INSERT INTO archive_order (number, seller_id, reference, content_hash, lane, stage, status, vat_scheme,
                                       currency, goods_value, placed_at, accepted_at, ended_at, archived_at)
            SELECT o.number, o.seller_id, o.reference, o.content_hash, o.lane, o.stage, o.status, o.vat_scheme,
                   o.currency,
                   (SELECT COALESCE(SUM(l.unit_price * l.quantity), 0) FROM order_line l WHERE l.order_number = o.number),
                   o.placed_at, o.accepted_at, o.ended_at, :now
            FROM orders o WHERE o.number IN (:numbers)""")
        .param("now", utc(clock.instant()))
        .param("numbers", numbers)
        .update();
  }

  @Override
  public void comeBack(String number) {
    jdbc.sql("DELETE FROM archive_order WHERE number = :number").param("number", number).update();
  }

  /** The hash is of names and addresses too: whoever guesses them could confirm them by it. */
  @Override
  public void erase(Collection<String> numbers) {
    jdbc.sql(
            "UPDATE archive_order SET content_hash = NULL, erased_at = :now WHERE number IN (:numbers)")
        .param("now", utc(clock.instant()))
        .param("numbers", numbers)
        .update();
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
