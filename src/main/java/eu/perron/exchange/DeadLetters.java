package eu.perron.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that found no way: ours that a partner will not take (PARKED), and a partner's that
 * nobody here could read (REFUSED). An operator looks at them, sends ours again, or gives them up.
 */
@Component
@Transactional
public class DeadLetters {
  private static final int LONGEST = 1000;
  private final JdbcClient jdbc;
  private final Clock clock;

  DeadLetters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param direction OUT: ours, parked; IN: the partner's, unreadable
   */
  public record DeadLetter(
      String id,
      String direction,
      String partner,
      String operation,
      String messageKey,
      String contentType,
      long size,
      int attempts,
      String problem,
      Instant createdAt) {
    public boolean ours() {
      return direction.equals("OUT");
    }
  }

  /**
   * The first bytes of a message as it travelled.
   *
   * @param body not more than was asked for
   * @param reply what the partner said to it, not more than was asked for; null if nothing
   */
  public record Raw(
      String id,
      String direction,
      String partner,
      String operation,
      String messageKey,
      String contentType,
      String state,
      long size,
      byte[] body,
      String replyType,
      byte[] reply,
      String problem,
      Instant createdAt) {}

  /** Newest first; ours before theirs. */
  public List<DeadLetter> newest(int most) {
    return jdbc.sql(
            """
            (SELECT id, direction, partner, operation, message_key, content_type, LENGTH(body) AS size, attempts,
                    problem, created_at
             FROM exchange_message WHERE state = 'PARKED' ORDER BY id DESC LIMIT :most)
            UNION ALL
            (SELECT id, direction, partner, operation, message_key, content_type, LENGTH(body), attempts,
                    problem, created_at
             FROM exchange_message WHERE state = 'REFUSED' ORDER BY id DESC LIMIT :most)
            LIMIT :most""")
        .param("most", most)
        .query(DeadLetter.class)
        .list();
  }

  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM exchange_message WHERE state IN ('PARKED', 'REFUSED')")
        .query(Long.class)
        .single();
  }

  public Optional<Raw> raw(String id, int mostBytes) {
    return jdbc.sql(
            """
            SELECT id, direction, partner, operation, message_key, content_type, state, LENGTH(body) AS size,
                   LEFT(body, :most) AS body, reply_type, LEFT(reply, :most) AS reply, problem, created_at
            FROM exchange_message WHERE id = :id""")
        .param("id", id)
        .param("most", mostBytes)
        .query(Raw.class)
        .optional();
  }

  /**
   * Sends the same bytes again; what could not be written is written anew. @return false if it is
   * no longer parked
   */
  public boolean retry(String id) {
    return writeAnew("id = :which", id) + sendAgain("id = :which", id) > 0;
  }

  /** All that is parked for a partner that is well again. @return how many */
  public int retryAll(Partner partner) {
    return writeAnew("partner = :which", partner.id())
        + sendAgain("partner = :which", partner.id());
  }

  private int sendAgain(String condition, String which) {
    return jdbc.sql(
            "UPDATE exchange_message SET state = 'READY', attempts = 0, faults = 0, due_at = :now, lease_until = NULL "
                + "WHERE state = 'PARKED' AND "
                + condition)
        .param("now", now())
        .param("which", which)
        .update();
  }

  /**
   * Its letters go back to where letters wait to be composed; our own JSON must never reach the
   * partner.
   */
  private int writeAnew(String condition, String which) {
    List<String> unwritten =
        jdbc.sql(
                "SELECT id FROM exchange_message WHERE state = 'PARKED' AND direction = 'OUT' "
                    + "AND message_key LIKE '"
                    + PostRoom.UNWRITTEN
                    + "%' AND "
                    + condition
                    + " FOR UPDATE")
            .param("which", which)
            .query(String.class)
            .list();
    if (!unwritten.isEmpty()) {
      jdbc.sql(
              "UPDATE exchange_message m JOIN exchange_letter l ON l.partner = m.partner "
                  + "AND l.operation = m.operation AND l.letter_key = SUBSTRING(m.message_key, :from) "
                  + "SET l.message_id = NULL WHERE m.id IN (:ids)")
          .param("from", PostRoom.UNWRITTEN.length() + 1)
          .param("ids", unwritten)
          .update();
      jdbc.sql("DELETE FROM exchange_message WHERE id IN (:ids)").param("ids", unwritten).update();
    }
    return unwritten.size();
  }

  /**
   * @return false if somebody else has dealt with it
   */
  public boolean discard(String id, String why, String who) {
    return jdbc.sql(
                "UPDATE exchange_message SET state = 'DISCARDED', done_at = :now, "
                    + "problem = LEFT(CONCAT(:said, COALESCE(CONCAT(' | ', problem), '')), :longest) "
                    + "WHERE id = :id AND state IN ('PARKED', 'REFUSED')")
            .param("now", now())
            .param("said", said(why, who))
            .param("longest", LONGEST)
            .param("id", id)
            .update()
        == 1;
  }

  static String said(String why, String who) {
    return "Discarded by " + who + ": " + why;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
