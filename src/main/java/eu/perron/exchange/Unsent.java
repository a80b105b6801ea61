package eu.perron.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What we owe a partner and have not sent, and the only way out of it but sending: a letter that
 * certainly never left us is withdrawn, for good. Whoever sends takes the row of a message under
 * lock and only while it is READY; whoever withdraws locks the same row, so one of them comes too
 * late and sees it. Nothing leads out of WITHDRAWN.
 */
@Component
public class Unsent {
  private static final int LONGEST_NOTE = 250;

  /**
   * After its lease no node begins to send a message; a call begun just before has ended by then.
   */
  private static final Duration UNTIL_CALLS_END = Duration.ofSeconds(60);

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;

  Unsent(JdbcClient jdbc, ObjectMapper json, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
    this.clock = clock;
  }

  /** Whether the bytes of a letter may have reached the partner. */
  public enum Standing {
    /** They certainly never left us. */
    HERE,
    /** They may have. */
    UNSURE,
    /** They may have; asked by telephone, the partner said that it does not have them. */
    ABSENT,
    /** The partner said that it has them. */
    HELD
  }

  /**
   * @param about order or consignment number
   * @param leaving a node is sending it, or may believe it still does
   */
  public record Queued(
      String key, String about, Instant since, Standing standing, boolean leaving) {}

  private record Place(String letterId, String messageId) {}

  private record Message(String state, Instant leaseUntil, Instant leftAt) {}

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Queued> queued(Partner partner, String operation) {
    Instant now = clock.instant();
    return jdbc.sql(
            "SELECT letter_key, about, created_at, standing, state, lease_until FROM exchange_queue"
                + " WHERE partner = :partner AND operation = :operation ORDER BY created_at,"
                + " letter_key")
        .param("partner", partner.id())
        .param("operation", operation)
        .query(
            (row, number) ->
                new Queued(
                    row.getString("letter_key"),
                    row.getString("about"),
                    instant(row, "created_at"),
                    Standing.valueOf(row.getString("standing")),
                    row.getString("state").equals("SENDING")
                        && isHeld(instant(row, "lease_until"), now)))
        .list();
  }

  /** Whether the letter was ever posted, and not withdrawn since. */
  @Transactional(readOnly = true)
  public boolean isPosted(Partner partner, String operation, String key) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM exchange_letter WHERE partner = :partner AND operation ="
                    + " :operation AND letter_key = :key AND withdrawn_at IS NULL")
            .param("partner", partner.id())
            .param("operation", operation)
            .param("key", key)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether the letter waits here and certainly never left us: it could be withdrawn now. */
  @Transactional(readOnly = true)
  public boolean isHere(Partner partner, String operation, String key) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM exchange_queue WHERE partner = :partner AND operation ="
                + " :operation AND letter_key = :key AND standing IN ('HERE', 'ABSENT'))")
        .param("partner", partner.id())
        .param("operation", operation)
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  /** What the letter says, withdrawn or not. */
  @Transactional(readOnly = true)
  public Optional<PostedLetter> letter(Partner partner, String operation, String key) {
    return jdbc.sql(
            "SELECT id, letter_key, about, content FROM exchange_letter WHERE partner = :partner "
                + "AND operation = :operation AND letter_key = :key")
        .param("partner", partner.id())
        .param("operation", operation)
        .param("key", key)
        .query(
            (row, number) ->
                new PostedLetter(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    seal.openText(row.getBytes(4)),
                    json))
        .optional();
  }

  /**
   * Takes a letter back if its bytes cannot have reached the partner, in the caller's transaction:
   * they never left us, or the partner said since that it does not have them.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Withdrawal withdrawUnsent(Partner partner, String operation, String key) {
    Optional<Place> place = lock(partner, operation, key);
    if (place.isEmpty()) {
      return Withdrawal.GONE;
    }
    String messageId = place.get().messageId();
    if (messageId != null) {
      Withdrawal stays = stays(messageId, message(messageId));
      if (stays != Withdrawal.WITHDRAWN) {
        return stays;
      }
      withdrawMessage(messageId, place.get().letterId());
    }
    jdbc.sql("UPDATE exchange_letter SET withdrawn_at = :now WHERE id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", place.get().letterId())
        .update();
    return Withdrawal.WITHDRAWN;
  }

  /**
   * Puts on record what the partner said when a clerk asked whether it has a letter that may have
   * left us. It holds until the letter is sent again.
   *
   * @return MAY_HAVE_LEFT: it is on record; LEAVING: ask again in a minute; GONE: there was nothing
   *     to ask
   */
  @Transactional
  public Withdrawal partnerSaid(
      Partner partner, String operation, String key, boolean holdsIt, String who, String note) {
    Optional<Place> place = lock(partner, operation, key);
    if (place.isEmpty() || place.get().messageId() == null) {
      return Withdrawal.GONE;
    }
    Message message = message(place.get().messageId());
    Withdrawal known = isInDoubt(message) ? leavingOrLeft(message) : Withdrawal.GONE;
    if (known == Withdrawal.MAY_HAVE_LEFT) {
      jdbc.sql(
              "INSERT INTO exchange_inquiry (id, message_id, said, said_at, who, note) "
                  + "VALUES (:id, :message, :said, :now, :who, :note)")
          .param("id", Ids.next())
          .param("message", place.get().messageId())
          .param("said", (holdsIt ? Standing.HELD : Standing.ABSENT).name())
          .param("now", Timestamp.from(clock.instant()))
          .param("who", who)
          .param("note", seal.close(shortened(note)))
          .update();
    }
    return known;
  }

  /** The letter before its message, as the post room does. */
  private Optional<Place> lock(Partner partner, String operation, String key) {
    return jdbc.sql(
            "SELECT id AS letter_id, message_id FROM exchange_letter WHERE partner = :partner AND"
                + " operation = :operation AND letter_key = :key AND withdrawn_at IS NULL FOR"
                + " UPDATE")
        .param("partner", partner.id())
        .param("operation", operation)
        .param("key", key)
        .query(Place.class)
        .optional();
  }

  private Message message(String id) {
    return jdbc.sql(
            "SELECT state, lease_until, left_at FROM exchange_message WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(
            (row, number) ->
                new Message(
                    row.getString("state"), instant(row, "lease_until"), instant(row, "left_at")))
        .single();
  }

  private Withdrawal stays(String id, Message message) {
    if (!isOpen(message)) {
      return Withdrawal.GONE;
    }
    if (leavingOrLeft(message) == Withdrawal.LEAVING) {
      return Withdrawal.LEAVING;
    }
    return !isInDoubt(message) || lastWord(id).filter(Standing.ABSENT::equals).isPresent()
        ? Withdrawal.WITHDRAWN
        : Withdrawal.MAY_HAVE_LEFT;
  }

  private static boolean isOpen(Message message) {
    return List.of("READY", "SENDING", "PARKED", "DISCARDED").contains(message.state());
  }

  private static boolean isInDoubt(Message message) {
    return isOpen(message) && (message.leftAt() != null || message.state().equals("SENDING"));
  }

  private Withdrawal leavingOrLeft(Message message) {
    return message.state().equals("SENDING") && isHeld(message.leaseUntil(), clock.instant())
        ? Withdrawal.LEAVING
        : Withdrawal.MAY_HAVE_LEFT;
  }

  private static boolean isHeld(Instant leaseUntil, Instant now) {
    return leaseUntil != null && leaseUntil.plus(UNTIL_CALLS_END).isAfter(now);
  }

  /** What the partner said since the message was last on the line. */
  private Optional<Standing> lastWord(String messageId) {
    return jdbc.sql(
            "SELECT i.said FROM exchange_inquiry i JOIN exchange_message m ON m.id = i.message_id "
                + "WHERE i.message_id = :id AND i.said_at > COALESCE(m.left_at, m.created_at) "
                + "ORDER BY i.said_at DESC, i.id DESC LIMIT 1")
        .param("id", messageId)
        .query(String.class)
        .optional()
        .map(Standing::valueOf);
  }

  /** Its other letters, if it carried several, go back to where letters wait to be composed. */
  private void withdrawMessage(String messageId, String letterId) {
    jdbc.sql(
            "UPDATE exchange_message SET state = 'WITHDRAWN', lease_until = NULL, done_at = :now "
                + "WHERE id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", messageId)
        .update();
    jdbc.sql(
            "UPDATE exchange_letter SET message_id = NULL WHERE partner = (SELECT partner FROM"
                + " exchange_message WHERE id = :message) AND operation = (SELECT operation FROM"
                + " exchange_message WHERE id = :message) AND message_id = :message AND id <>"
                + " :letter")
        .param("message", messageId)
        .param("letter", letterId)
        .update();
  }

  private static String shortened(String note) {
    return note == null || note.isBlank()
        ? null
        : note.strip().substring(0, Math.min(LONGEST_NOTE, note.strip().length()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
