package eu.perron.exchange;

import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
  private static final int FIRST_WORDS = 200;
  private final JdbcClient jdbc;
  private final Seal seal;
  private final Clock clock;

  DeadLetters(JdbcClient jdbc, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @param direction OUT: ours, parked; IN: the partner's, unreadable
   * @param problem with the first words of what the partner answered, which lie sealed
   */
  public record DeadLetter(
      String id,
      String direction,
      String partner,
      String operation,
      String messageKey,
      int attempts,
      String problem,
      Instant createdAt) {
    public boolean ours() {
      return direction.equals("OUT");
    }
  }

  /** Newest first; ours before theirs. */
  public List<DeadLetter> newest(int most) {
    return jdbc.sql(
            """
            (SELECT id, direction, partner, operation, message_key, attempts, problem, reply, created_at
             FROM exchange_message WHERE state = 'PARKED' ORDER BY id DESC LIMIT :most)
            UNION ALL
            (SELECT id, direction, partner, operation, message_key, attempts, problem, NULL, created_at
             FROM exchange_message WHERE state = 'REFUSED' ORDER BY id DESC LIMIT :most)
            LIMIT :most""")
        .param("most", most)
        .query((row, number) -> letter(row))
        .list();
  }

  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM exchange_message WHERE state IN ('PARKED', 'REFUSED')")
        .query(Long.class)
        .single();
  }

  private DeadLetter letter(ResultSet row) throws SQLException {
    String problem = row.getString("problem");
    String answer = seal.openText(row.getBytes("reply"));
    return new DeadLetter(
        row.getString("id"),
        row.getString("direction"),
        row.getString("partner"),
        row.getString("operation"),
        row.getString("message_key"),
        row.getInt("attempts"),
        answer == null
            ? problem
            : problem
                + ": "
                + answer.strip().substring(0, Math.min(FIRST_WORDS, answer.strip().length())),
        row.getTimestamp("created_at").toInstant());
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
  public boolean discard(String id, String who) {
    return jdbc.sql(
                "UPDATE exchange_message SET state = 'DISCARDED', done_at = :now, "
                    + "problem = LEFT(CONCAT(:said, COALESCE(CONCAT(' | ', problem), '')), :longest) "
                    + "WHERE id = :id AND state IN ('PARKED', 'REFUSED')")
            .param("now", now())
            .param("said", said(who))
            .param("longest", LONGEST)
            .param("id", id)
            .update()
        == 1;
  }

  /** The reason is remembered elsewhere, sealed: people write names into it. */
  static String said(String who) {
    return "Discarded by " + who;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
