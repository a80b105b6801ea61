package eu.perron.exchange;

import eu.perron.house.MultiRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Each time a message was offered to its partner. */
@Component
class Attempts {
  private static final MultiRow ATTEMPTS =
      MultiRow.of(
          "INSERT IGNORE INTO exchange_attempt", "message_id, tried_at, millis, outcome, problem");

  private final JdbcTemplate jdbc;

  Attempts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  enum Result {
    SENT,
    FAILED,
    REFUSED
  }

  /**
   * @param problem null if it was sent
   */
  record Attempt(String messageId, Instant triedAt, long millis, Result result, String problem) {}

  void record(List<Attempt> attempts) {
    ATTEMPTS.write(
        jdbc,
        attempts,
        attempt ->
            new Object[] {
              attempt.messageId(),
              Timestamp.from(attempt.triedAt()),
              attempt.millis(),
              attempt.result().name(),
              Problem.kept(attempt.problem())
            });
  }

  /** The message goes again and may hear something else: what it heard stays with its last try. */
  void keepReply(String messageId) {
    jdbc.update(
        "UPDATE exchange_attempt a JOIN exchange_message m ON m.id = a.message_id "
            + "SET a.reply_type = m.reply_type, a.reply = m.reply "
            + "WHERE a.message_id = ? AND m.reply IS NOT NULL AND a.tried_at = (SELECT last_at FROM "
            + "(SELECT MAX(tried_at) AS last_at FROM exchange_attempt WHERE message_id = ?) newest)",
        messageId,
        messageId);
  }
}
