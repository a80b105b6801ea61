package eu.perron.exchange;

import eu.perron.archive.Follower;
import eu.perron.house.Seal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages leave for the archive when no letter and no arrival of theirs is left here: when all the
 * orders they speak of have gone.
 */
@Component
class ArchivedMessages implements Follower {
  private static final int BATCH = 50;
  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final Seal seal;
  private final TransactionTemplate transaction;

  ArchivedMessages(
      JdbcClient jdbc, JdbcTemplate rows, Seal seal, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.seal = seal;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Done(String id, Instant at) {}

  @Override
  public int leave(Instant before, int most) {
    int left = 0;
    Done last = new Done("", Instant.EPOCH);
    List<Done> page;
    do {
      page = done(before, last);
      List<String> ids = page.stream().map(Done::id).toList();
      if (!ids.isEmpty()) {
        Integer moved = transaction.execute(running -> move(ids));
        left += moved == null ? 0 : moved;
        last = page.get(page.size() - 1);
      }
    } while (page.size() == BATCH && left < most);
    return left;
  }

  private List<Done> done(Instant before, Done after) {
    return jdbc.sql(
            """
            SELECT m.id, m.done_at AS at FROM exchange_message m FORCE INDEX (message_done)
            WHERE m.done_at >= :lastAt AND m.done_at < :before AND (m.done_at > :lastAt OR m.id > :last)
              AND m.state IN ('SENT', 'RECEIVED', 'DISCARDED', 'WITHDRAWN')
              AND NOT EXISTS (SELECT 1 FROM exchange_letter l WHERE l.message_id = m.id)
              AND NOT EXISTS (SELECT 1 FROM exchange_arrival a WHERE a.message_id = m.id)
            ORDER BY m.done_at, m.id LIMIT :most""")
        .param("before", utc(before))
        .param("lastAt", utc(after.at()))
        .param("last", after.id())
        .param("most", BATCH)
        .query(Done.class)
        .list();
  }

  private record Bodies(String id, byte[] body, byte[] reply) {}

  private int move(List<String> ids) {
    List<Bodies> ours =
        jdbc.sql(
                "SELECT id, body, reply FROM exchange_message FORCE INDEX (PRIMARY) WHERE id IN (:ids) "
                    + "ORDER BY id FOR UPDATE SKIP LOCKED")
            .param("ids", ids)
            .query(Bodies.class)
            .list();
    List<Object[]> keys = ours.stream().map(each -> new Object[] {each.id()}).toList();
    copy("archive_message", "exchange_message", "id", keys);
    copy("archive_attempt", "exchange_attempt", "message_id", keys);
    copy("archive_inquiry", "exchange_inquiry", "message_id", keys);
    rows.batchUpdate(
        "UPDATE archive_message SET size = COALESCE(size, LENGTH(body)), body = ?, reply = ? WHERE id = ?",
        ours.stream()
            .filter(each -> isPlain(each.body()) || isPlain(each.reply()))
            .map(each -> new Object[] {sealed(each.body()), sealed(each.reply()), each.id()})
            .toList());
    rows.batchUpdate("DELETE FROM exchange_attempt WHERE message_id = ?", keys);
    rows.batchUpdate("DELETE FROM exchange_inquiry WHERE message_id = ?", keys);
    rows.batchUpdate("DELETE FROM exchange_message WHERE id = ?", keys);
    return ours.size();
  }

  private boolean isPlain(byte[] kept) {
    return kept != null && seal.open(kept) == kept;
  }

  private byte[] sealed(byte[] kept) {
    return isPlain(kept) ? seal.close(kept) : kept;
  }

  @Override
  public void comeBack(Collection<String> ids) {
    List<Object[]> keys = ids.stream().map(id -> new Object[] {id}).toList();
    copy("exchange_message", "archive_message", "id", keys);
    copy("exchange_attempt", "archive_attempt", "message_id", keys);
    copy("exchange_inquiry", "archive_inquiry", "message_id", keys);
    forget(keys);
  }

  /** Both tables have the same columns; a test compares them. */
  private void copy(String to, String from, String key, List<Object[]> keys) {
    rows.batchUpdate("INSERT INTO %s SELECT * FROM %s WHERE %s = ?".formatted(to, from, key), keys);
  }

  private void forget(List<Object[]> keys) {
    rows.batchUpdate("DELETE FROM archive_attempt WHERE message_id = ?", keys);
    rows.batchUpdate("DELETE FROM archive_inquiry WHERE message_id = ?", keys);
    rows.batchUpdate("DELETE FROM archive_message WHERE id = ?", keys);
  }

  @Override
  public int erase(Instant before, int most) {
    List<String> ids =
        jdbc.sql(
                """
                SELECT m.id FROM archive_message m WHERE m.done_at < :before
                  AND NOT EXISTS (SELECT 1 FROM archive_number n WHERE n.number = m.id)
                ORDER BY m.done_at, m.id LIMIT :most""")
            .param("before", utc(before))
            .param("most", most)
            .query(String.class)
            .list();
    forget(ids.stream().map(id -> new Object[] {id}).toList());
    return ids.size();
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
