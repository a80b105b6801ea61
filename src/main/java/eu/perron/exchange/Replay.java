package eu.perron.exchange;

import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One message once more. Ours: the same bytes go again under the same identity, so that the partner
 * can know it. Theirs: today's reader reads the kept bytes, and what it reads is applied again; the
 * rooms are indifferent to repetition.
 */
@Component
@Transactional
public class Replay {
  private final JdbcClient jdbc;
  private final Decoder decoder;
  private final Inbox inbox;
  private final Attempts attempts;
  private final Seal seal;
  private final Clock clock;

  Replay(JdbcClient jdbc, Decoder decoder, Inbox inbox, Attempts attempts, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.decoder = decoder;
    this.inbox = inbox;
    this.attempts = attempts;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @param after the state it has now; null if nothing was done
   * @param why nothing was done, if there is more to say than that it cannot be
   */
  public record Result(String after, String why) {
    private static final Result NOT_NOW = new Result(null, null);

    public boolean done() {
      return after != null;
    }
  }

  /** One that was sent or is parked, and of which no letter was withdrawn meanwhile. */
  public Result sendAgain(String id) {
    int sent =
        jdbc.sql(
                "UPDATE exchange_message m SET m.state = 'READY', m.attempts = 0, m.faults = 0, m.due_at = :now, "
                    + "m.lease_until = NULL, m.done_at = NULL WHERE m.id = :id AND m.direction = 'OUT' "
                    + "AND m.state IN ('SENT', 'PARKED') AND m.message_key NOT LIKE :unwritten "
                    + "AND NOT EXISTS (SELECT 1 FROM exchange_letter l WHERE l.partner = m.partner "
                    + "AND l.operation = m.operation AND l.message_id = m.id AND l.withdrawn_at IS NOT NULL)")
            .param("now", now())
            .param("id", id)
            .param("unwritten", PostRoom.UNWRITTEN + "%")
            .update();
    if (sent == 0) {
      return Result.NOT_NOW;
    }
    attempts.keepReply(id);
    return new Result("READY", null);
  }

  private record Kept(String partner, String operation, String state, byte[] body) {}

  public Result readAnew(String id) {
    Optional<Kept> kept =
        jdbc.sql(
                "SELECT partner, operation, state, body FROM exchange_message "
                    + "WHERE id = :id AND direction = 'IN' FOR UPDATE")
            .param("id", id)
            .query(
                (row, number) ->
                    new Kept(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        seal.open(row.getBytes(4))))
            .optional();
    if (kept.isEmpty()) {
      return Result.NOT_NOW;
    }
    Kept message = kept.get();
    Optional<Decoder.Decoded> read =
        decoder.decode(message.partner(), message.operation(), message.body());
    if (read.isEmpty()) {
      return new Result(
          null, "No reader takes " + message.operation() + " of " + message.partner());
    }
    if (!read.get().isReadable()) {
      return new Result(null, read.get().problem());
    }
    taken(id, message.state().equals("RECEIVED") ? null : read.get().key());
    read.get().arrivals().forEach(arrival -> applyAgain(id, message.partner(), arrival));
    return new Result("RECEIVED", null);
  }

  /**
   * @param key that could not be read before; the same message may have come again since, and then
   *     it has the key
   */
  private void taken(String id, String key) {
    jdbc.sql(
            "UPDATE exchange_message SET state = 'RECEIVED', problem = NULL, done_at = :now WHERE id = :id")
        .param("now", now())
        .param("id", id)
        .update();
    if (key != null) {
      try {
        jdbc.sql("UPDATE exchange_message SET message_key = :key WHERE id = :id")
            .param("key", key)
            .param("id", id)
            .update();
      } catch (DuplicateKeyException knownByNow) {
        // it keeps the key it was kept under
      }
    }
  }

  /** What a person said it is about still holds. */
  private void applyAgain(String messageId, String partner, Arrival arrival) {
    byte[] content = seal.close(inbox.write(arrival));
    int known =
        jdbc.sql(
                "UPDATE exchange_arrival SET content = :content, about = :about, state = 'NEW', attempts = 0, "
                    + "due_at = :now, problem = NULL, done_at = NULL "
                    + "WHERE partner = :partner AND kind = :kind AND arrival_key = :key")
            .param("content", content)
            .param("about", arrival.about())
            .param("now", now())
            .param("partner", partner)
            .param("kind", arrival.kind())
            .param("key", arrival.key())
            .update();
    if (known == 0) {
      jdbc.sql(
              "INSERT INTO exchange_arrival (id, message_id, partner, kind, arrival_key, about, content, state, "
                  + "due_at, created_at) VALUES (:id, :message, :partner, :kind, :key, :about, :content, 'NEW', "
                  + ":now, :now)")
          .param("id", Ids.next())
          .param("message", messageId)
          .param("partner", partner)
          .param("kind", arrival.kind())
          .param("key", arrival.key())
          .param("about", arrival.about())
          .param("content", content)
          .param("now", now())
          .update();
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
