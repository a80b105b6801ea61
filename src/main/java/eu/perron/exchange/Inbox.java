package eu.perron.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where doors leave what partners tell us; applied soon after, exactly once. */
@Component
public class Inbox {
  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;

  Inbox(JdbcTemplate jdbc, ObjectMapper json, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @return false if the partner sent this message before
   */
  @Transactional
  public boolean receive(ReceivedMessage message) {
    String id = Ids.next();
    if (!keep(
        id,
        message.partner(),
        message.operation(),
        message.key(),
        message.contentType(),
        message.body(),
        message.body().length,
        "RECEIVED",
        null)) {
      return false;
    }
    expect(id, message.partner(), message.arrivals());
    return true;
  }

  /**
   * What {@link Unreadables} keeps of a message nobody could read.
   *
   * @param size as it travelled; more than the body has if only its beginning is kept
   */
  @Transactional
  void keepUnreadable(
      Partner partner,
      String operation,
      String contentType,
      String digest,
      byte[] body,
      int size,
      String problem) {
    keep(
        Ids.next(),
        partner,
        operation,
        "unreadable-" + digest,
        contentType,
        body,
        size,
        "REFUSED",
        Problem.kept(problem));
  }

  private record Numbered(String id, Arrival arrival) {}

  void expect(String messageId, Partner partner, List<Arrival> arrivals) {
    Timestamp now = Timestamp.from(clock.instant());
    // Numbered as told, written in the order of the index: messages with the same news that come at
    // once then wait for each other and do not cross.
    List<Numbered> rows =
        arrivals.stream()
            .map(arrival -> new Numbered(Ids.next(), arrival))
            .sorted(
                Comparator.comparing((Numbered row) -> row.arrival().kind())
                    .thenComparing(row -> row.arrival().key()))
            .toList();
    jdbc.batchUpdate(
        "INSERT IGNORE INTO exchange_arrival (id, message_id, partner, kind, arrival_key, about, content, "
            + "state, due_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'NEW', ?, ?)",
        rows,
        500,
        (row, numbered) -> {
          Arrival arrival = numbered.arrival();
          row.setString(1, numbered.id());
          row.setString(2, messageId);
          row.setString(3, partner.id());
          row.setString(4, arrival.kind());
          row.setString(5, arrival.key());
          row.setString(6, arrival.about());
          row.setBytes(7, seal.close(write(arrival)));
          row.setTimestamp(8, now);
          row.setTimestamp(9, now);
        });
  }

  /** False if it is known: here, or in the archive. */
  private boolean keep(
      String id,
      Partner partner,
      String operation,
      String key,
      String contentType,
      byte[] body,
      int size,
      String state,
      String problem) {
    Timestamp now = Timestamp.from(clock.instant());
    return jdbc.update(
            "INSERT IGNORE INTO exchange_message (id, direction, partner, operation, message_key, "
                + "content_type, body, size, state, problem, created_at, done_at) "
                + "SELECT ?, 'IN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM archive_message "
                + "WHERE direction = 'IN' AND partner = ? AND operation = ? AND message_key = ?)",
            id,
            partner.id(),
            operation,
            key,
            contentType,
            seal.close(body),
            size,
            state,
            problem,
            now,
            now,
            partner.id(),
            operation,
            key)
        == 1;
  }

  byte[] write(Arrival arrival) {
    try {
      return json.writeValueAsBytes(arrival.content());
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(
          "The content of " + arrival.kind() + " cannot be kept", unwritable);
    }
  }

  static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
