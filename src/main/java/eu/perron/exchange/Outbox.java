package eu.perron.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.MultiRow;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where rooms hand in what they owe a partner. */
@Component
public class Outbox {
  private static final MultiRow LETTERS =
      MultiRow.of(
          "INSERT IGNORE INTO exchange_letter",
          "id, partner, operation, letter_key, about, content, created_at");

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;

  Outbox(JdbcTemplate jdbc, ObjectMapper json, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
    this.clock = clock;
  }

  /** In the caller's transaction. The same letter twice (partner, operation, key) is one letter. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void post(Letter letter) {
    postAll(List.of(letter));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void postAll(List<Letter> letters) {
    Timestamp now = Timestamp.from(clock.instant());
    LETTERS.write(
        jdbc,
        letters,
        letter ->
            new Object[] {
              Ids.next(),
              letter.partner().id(),
              letter.operation(),
              letter.key(),
              letter.about(),
              seal.close(write(letter)),
              now
            });
  }

  /**
   * @return whether it was still ours to withdraw; false once it is part of a message
   */
  @Transactional
  public boolean withdraw(Partner partner, String operation, String key) {
    return jdbc.update(
            "UPDATE exchange_letter SET withdrawn_at = ? WHERE partner = ? AND operation = ? "
                + "AND letter_key = ? AND message_id IS NULL AND withdrawn_at IS NULL",
            Timestamp.from(clock.instant()),
            partner.id(),
            operation,
            key)
        == 1;
  }

  /**
   * @param messageKey identity of a message of ours, for that partner and operation
   * @return the keys of the letters it carries; empty if there is no such message
   */
  @Transactional(readOnly = true)
  public List<String> carriedBy(Partner partner, String operation, String messageKey) {
    return jdbc.queryForList(
        "SELECT l.letter_key FROM exchange_message m JOIN exchange_letter l ON l.message_id = m.id"
            + " WHERE m.direction = 'OUT' AND m.partner = ? AND m.operation = ? AND m.message_key ="
            + " ? ORDER BY l.letter_key",
        String.class,
        partner.id(),
        operation,
        messageKey);
  }

  private byte[] write(Letter letter) {
    try {
      return json.writeValueAsBytes(letter.content());
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(
          "The content of letter " + letter.key() + " cannot be kept", unwritable);
    }
  }
}
