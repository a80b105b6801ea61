package eu.perron.exchange;

import eu.perron.archive.Archive;
import eu.perron.archive.Role;
import eu.perron.exchange.LoggedMessage.Carried;
import eu.perron.exchange.LoggedMessage.Told;
import eu.perron.exchange.LoggedMessage.Try;
import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One message with its letters, what it told and its tries, unsealed. */
@Component
class MessageFile {
  private static final int MOST = 200;
  private static final String TOLD =
      "SELECT id, message_id, kind, arrival_key, about, order_number, matched_to, state, attempts, problem, done_at, "
          + "content FROM exchange_arrival WHERE ";
  private final JdbcClient jdbc;
  private final Seal seal;
  private final Archive archive;

  MessageFile(JdbcClient jdbc, Seal seal, Archive archive) {
    this.archive = archive;
    this.jdbc = jdbc;
    this.seal = seal;
  }

  Optional<LoggedMessage> find(String id) {
    return jdbc.sql(
            "SELECT * FROM exchange_message WHERE id = :id UNION ALL SELECT * FROM archive_message WHERE id = :id")
        .param("id", id)
        .query((row, number) -> message(row))
        .optional();
  }

  List<Told> told(LoggedMessage message, List<Arrival> read) {
    Map<String, Told> told = new LinkedHashMap<>();
    message.told().forEach(one -> told.put(one.id(), one));
    Map<String, List<String>> keys =
        read.stream()
            .limit(MOST)
            .collect(
                Collectors.groupingBy(
                    Arrival::kind, Collectors.mapping(Arrival::key, Collectors.toList())));
    keys.forEach(
        (kind, ofKind) ->
            jdbc.sql(TOLD + "partner = :partner AND kind = :kind AND arrival_key IN (:keys)")
                .param("partner", message.partner())
                .param("kind", kind)
                .param("keys", Set.copyOf(ofKind))
                .query((row, number) -> told(row))
                .list()
                .forEach(one -> told.put(one.id(), one)));
    return List.copyOf(told.values());
  }

  private LoggedMessage message(ResultSet row) throws SQLException {
    String id = row.getString("id");
    List<String> left = archive.ownersOf(id, Role.LINK).stream().limit(MOST).toList();
    return new LoggedMessage(
        id,
        row.getString("direction"),
        row.getString("partner"),
        row.getString("operation"),
        row.getString("message_key"),
        row.getString("content_type"),
        row.getString("state"),
        seal.open(row.getBytes("body")),
        row.getString("reply_type"),
        seal.open(row.getBytes("reply")),
        row.getString("problem"),
        instant(row, "created_at"),
        instant(row, "done_at"),
        joined(
            letters(id, row.getString("partner"), row.getString("operation")),
            archived(left, "exchange_letter", id).map(this::letter)),
        joined(
            jdbc.sql(TOLD + "message_id = :id ORDER BY id LIMIT :most")
                .param("id", id)
                .param("most", MOST)
                .query((told, number) -> told(told))
                .list(),
            archived(left, "exchange_arrival", id).map(this::told)),
        tries(id));
  }

  private static <T> List<T> joined(List<T> here, Stream<T> left) {
    return Stream.concat(here.stream(), left).toList();
  }

  /** What left for the archive with its order: the message goes with the last of them. */
  private Stream<Map<String, Object>> archived(List<String> owners, String table, String id) {
    return owners.stream()
        .flatMap(owner -> archive.rows(owner, table).stream())
        .filter(row -> id.equals(row.get("message_id")));
  }

  private Carried letter(Map<String, Object> row) {
    return new Carried(
        (String) row.get("letter_key"),
        (String) row.get("about"),
        text(row.get("content")),
        row.get("withdrawn_at") != null);
  }

  private Told told(Map<String, Object> row) {
    String done = (String) row.get("done_at");
    return new Told(
        (String) row.get("id"),
        (String) row.get("message_id"),
        (String) row.get("kind"),
        (String) row.get("about"),
        (String) row.get("order_number"),
        (String) row.get("matched_to"),
        (String) row.get("state"),
        Integer.parseInt((String) row.get("attempts")),
        (String) row.get("problem"),
        done == null ? null : Timestamp.valueOf(done).toLocalDateTime().toInstant(ZoneOffset.UTC),
        text(row.get("content")));
  }

  /** Rows from before the log hold it as text. */
  private String text(Object content) {
    return content instanceof byte[] sealed ? seal.openText(sealed) : (String) content;
  }

  private List<Carried> letters(String id, String partner, String operation) {
    return jdbc.sql(
            "SELECT letter_key, about, content, withdrawn_at FROM exchange_letter "
                + "WHERE partner = :partner AND operation = :operation AND message_id = :id "
                + "ORDER BY letter_key LIMIT :most")
        .param("partner", partner)
        .param("operation", operation)
        .param("id", id)
        .param("most", MOST)
        .query(
            (row, number) ->
                new Carried(
                    row.getString(1),
                    row.getString(2),
                    seal.openText(row.getBytes(3)),
                    row.getObject(4) != null))
        .list();
  }

  private List<Try> tries(String id) {
    return jdbc.sql(
            "SELECT tried_at, millis, outcome, problem, reply_type, reply FROM exchange_attempt WHERE message_id = :id "
                + "UNION ALL SELECT tried_at, millis, outcome, problem, reply_type, reply FROM archive_attempt "
                + "WHERE message_id = :id ORDER BY tried_at DESC LIMIT :most")
        .param("id", id)
        .param("most", MOST)
        .query(
            (row, number) ->
                new Try(
                    instant(row, "tried_at"),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    seal.open(row.getBytes(6))))
        .list();
  }

  private Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getString("id"),
        row.getString("message_id"),
        row.getString("kind"),
        row.getString("about"),
        row.getString("order_number"),
        row.getString("matched_to"),
        row.getString("state"),
        row.getInt("attempts"),
        row.getString("problem"),
        instant(row, "done_at"),
        seal.openText(row.getBytes("content")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
