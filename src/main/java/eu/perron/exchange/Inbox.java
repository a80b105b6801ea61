package eu.perron.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.MultiRow;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where doors leave what partners tell us; applied soon after, exactly once. */
@Component
public class Inbox {
  /** So many messages that come at once are kept in one transaction. */
  private static final int AT_ONCE = 50;

  /** Not if it is known: here, or in the archive. */
  private static final String KEEP =
      "INSERT IGNORE INTO exchange_message (id, direction, partner, operation, message_key, "
          + "content_type, body, size, state, problem, created_at, done_at) "
          + "SELECT ?, 'IN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM archive_message "
          + "WHERE direction = 'IN' AND partner = ? AND operation = ? AND message_key = ?)";

  private static final MultiRow ARRIVALS =
      MultiRow.of(
          "INSERT IGNORE INTO exchange_arrival",
          "id, message_id, partner, kind, arrival_key, about, content, state, due_at, created_at");

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Convoy<Row, Boolean> arriving = new Convoy<>(AT_ONCE, this::receiveAll);

  Inbox(
      JdbcTemplate jdbc,
      ObjectMapper json,
      Seal seal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param size as it travelled; more than the body has if only its beginning is kept
   */
  private record Row(
      String id,
      Partner partner,
      String operation,
      String key,
      String contentType,
      byte[] sealedBody,
      int size,
      String state,
      String problem,
      List<ArrivalRow> arrivals) {}

  private record ArrivalRow(
      String id, String messageId, Partner partner, Arrival arrival, byte[] sealedContent) {}

  /**
   * Returns once it is kept for good; what comes through other doors at the same time is kept by
   * the same transaction.
   *
   * @return false if the partner sent this message before
   */
  public boolean receive(ReceivedMessage message) {
    String id = Ids.next();
    return arriving.go(
        new Row(
            id,
            message.partner(),
            message.operation(),
            message.key(),
            message.contentType(),
            seal.close(message.body()),
            message.body().length,
            "RECEIVED",
            null,
            rows(id, message.partner(), message.arrivals())));
  }

  private List<Boolean> receiveAll(List<Row> messages) {
    return transaction.execute(
        running -> {
          List<Boolean> fresh = keep(messages);
          List<ArrivalRow> arrivals = new ArrayList<>();
          for (int i = 0; i < messages.size(); i++) {
            if (fresh.get(i)) {
              arrivals.addAll(messages.get(i).arrivals());
            }
          }
          write(arrivals);
          return fresh;
        });
  }

  /** What {@link Unreadables} keeps of a message nobody could read. */
  void keepUnreadable(
      Partner partner,
      String operation,
      String contentType,
      String digest,
      byte[] body,
      int size,
      String problem) {
    arriving.go(
        new Row(
            Ids.next(),
            partner,
            operation,
            "unreadable-" + digest,
            contentType,
            seal.close(body),
            size,
            "REFUSED",
            Problem.kept(problem),
            List.of()));
  }

  /** What partners answered while the line was open. */
  void expect(List<Sent> results) {
    write(
        results.stream()
            .flatMap(
                sent ->
                    rows(sent.stored().id(), sent.stored().message().partner(), sent.arrivals())
                        .stream())
            .toList());
  }

  /** Numbered as told. */
  private List<ArrivalRow> rows(String messageId, Partner partner, List<Arrival> arrivals) {
    return arrivals.stream()
        .map(
            arrival ->
                new ArrivalRow(Ids.next(), messageId, partner, arrival, seal.close(write(arrival))))
        .toList();
  }

  /**
   * Written in the order of the index: messages with the same news that come at once then wait for
   * each other and do not cross.
   */
  private void write(List<ArrivalRow> arrivals) {
    Timestamp now = Timestamp.from(clock.instant());
    ARRIVALS.write(
        jdbc,
        arrivals.stream()
            .sorted(
                Comparator.comparing(ArrivalRow::partner)
                    .thenComparing(row -> row.arrival().kind())
                    .thenComparing(row -> row.arrival().key()))
            .toList(),
        row ->
            new Object[] {
              row.id(),
              row.messageId(),
              row.partner().id(),
              row.arrival().kind(),
              row.arrival().key(),
              row.arrival().about(),
              row.sealedContent(),
              "NEW",
              now,
              now
            });
  }

  /**
   * @return of each, whether it was not known
   */
  private List<Boolean> keep(List<Row> messages) {
    Timestamp now = Timestamp.from(clock.instant());
    int[][] counts =
        jdbc.batchUpdate(
            KEEP,
            messages,
            AT_ONCE,
            (row, message) -> {
              row.setString(1, message.id());
              row.setString(2, message.partner().id());
              row.setString(3, message.operation());
              row.setString(4, message.key());
              row.setString(5, message.contentType());
              row.setBytes(6, message.sealedBody());
              row.setInt(7, message.size());
              row.setString(8, message.state());
              row.setString(9, message.problem());
              row.setTimestamp(10, now);
              row.setTimestamp(11, now);
              row.setString(12, message.partner().id());
              row.setString(13, message.operation());
              row.setString(14, message.key());
            });
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).mapToObj(one -> one == 1).toList();
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
