package eu.perron.exchange;

import eu.perron.archive.Archive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every message in and out, by order, by partner and by day: the one home of the questions to it.
 * Each question follows an index that it names itself, because the right one depends on the values
 * asked for and a planner cannot see them.
 */
@Component
@Transactional(readOnly = true)
public class MessageLog {
  private static final Map<String, String> DIRECTION_OF =
      Map.of(
          "READY", "OUT",
          "SENDING", "OUT",
          "SENT", "OUT",
          "PARKED", "OUT",
          "WITHDRAWN", "OUT",
          "RECEIVED", "IN",
          "REFUSED", "IN");

  private static final int MOST_OF_A_WORD = 500;
  private static final String COLUMNS =
      "m.id, m.direction, m.partner, m.operation, m.message_key, m.state, m.problem, "
          + "COALESCE(m.size, LENGTH(m.body)) AS size, m.attempts, m.created_at";

  private final JdbcClient jdbc;
  private final MessageFile file;
  private final MessageAbouts abouts;
  private final Archive archive;

  MessageLog(JdbcClient jdbc, MessageFile file, MessageAbouts abouts, Archive archive) {
    this.jdbc = jdbc;
    this.file = file;
    this.abouts = abouts;
    this.archive = archive;
  }

  /**
   * A line of the log.
   *
   * @param id null: a letter that no message carries yet
   * @param about the order it is about, or the partner's word for it; null if unknown
   * @param others how many more it is about
   * @param trouble the worst state among the things it told: FAILED, UNMATCHED, NEW; null if none
   */
  public record Entry(
      String id,
      String direction,
      String partner,
      String operation,
      String key,
      String state,
      String problem,
      long size,
      int attempts,
      Instant createdAt,
      String about,
      long others,
      String trouble) {
    public boolean ours() {
      return direction.equals("OUT");
    }

    Entry about(MessageAbouts.About known) {
      return known == null
          ? this
          : new Entry(
              id,
              direction,
              partner,
              operation,
              key,
              state,
              problem,
              size,
              attempts,
              createdAt,
              known.first(),
              known.number() - 1,
              known.trouble());
    }
  }

  /**
   * @param next where the next page begins; null on the last one
   */
  public record Page(List<Entry> entries, MessageSearch.Cursor next) {}

  /** Something a partner and we exchange. */
  public record Operation(String partner, String operation) {}

  /** Newest first. */
  public Page page(MessageSearch search, int most) {
    boolean named = search.word() != null;
    Set<String> ids = named ? idsOf(search.word(), search.numbers()) : Set.of();
    if (named && ids.isEmpty() || cannotBe(search)) {
      return new Page(List.of(), null);
    }
    Map<String, Object> values = new HashMap<>();
    String one =
        "(SELECT "
            + COLUMNS
            + " FROM %s m "
            + (named ? "" : "FORCE INDEX (" + MessageConditions.indexFor(search) + ") ")
            + "WHERE "
            + String.join(" AND ", MessageConditions.of(search, ids, values))
            + " ORDER BY m.created_at DESC, m.id DESC LIMIT :most)";
    String sql = hotAndArchived(one) + " ORDER BY created_at DESC, id DESC LIMIT :most";
    values.put("most", most + 1);
    List<Entry> found = jdbc.sql(sql).params(values).query(MessageLog::entry).list();
    List<Entry> shown = found.subList(0, Math.min(most, found.size()));
    Entry last = found.size() > most ? shown.get(most - 1) : null;
    return new Page(
        abouts.of(shown),
        last == null ? null : new MessageSearch.Cursor(last.createdAt(), last.id()));
  }

  /** The same question to both homes of messages; a message is in one of them. */
  private static String hotAndArchived(String one) {
    return one.formatted("exchange_message") + " UNION ALL " + one.formatted("archive_message");
  }

  /** Asking for what cannot be would walk through everything. */
  private boolean cannotBe(MessageSearch search) {
    String implied = search.state() == null ? null : DIRECTION_OF.get(search.state());
    String direction = search.direction() == null ? implied : search.direction();
    if (implied != null && !implied.equals(direction)) {
      return true;
    }
    String any =
        "SELECT 1 FROM %s WHERE direction = :direction "
            + "AND partner = :partner AND (:operation IS NULL OR operation = :operation)";
    return direction != null
        && search.partner() != null
        && !jdbc.sql("SELECT EXISTS (" + hotAndArchived(any) + ")")
            .param("direction", direction)
            .param("partner", search.partner())
            .param("operation", search.operation())
            .query(Boolean.class)
            .single();
  }

  /** What names a message or something in it, and what is about these orders; each by an index. */
  private Set<String> idsOf(String word, Collection<String> numbers) {
    Set<String> ids = new HashSet<>();
    numbers.forEach(number -> ids.addAll(archive.messagesOf(number)));
    ids.addAll(
        jdbc.sql(
                """
                (SELECT m.id FROM (SELECT DISTINCT direction, partner, operation FROM archive_message) o
                   JOIN archive_message m ON m.direction = o.direction AND m.partner = o.partner
                     AND m.operation = o.operation AND m.message_key = :word)
                UNION
                (SELECT m.id FROM (SELECT DISTINCT direction, partner, operation FROM exchange_message) o
                   JOIN exchange_message m ON m.direction = o.direction AND m.partner = o.partner
                     AND m.operation = o.operation AND m.message_key = :word)
                UNION
                (SELECT l.message_id FROM (SELECT DISTINCT partner, operation FROM exchange_letter) o
                   JOIN exchange_letter l ON l.partner = o.partner AND l.operation = o.operation
                     AND l.letter_key = :word AND l.message_id IS NOT NULL)
                UNION
                (SELECT message_id FROM exchange_arrival WHERE about = :word ORDER BY message_id DESC LIMIT :most)
                UNION
                (SELECT message_id FROM exchange_letter WHERE about IN (:numbers) AND message_id IS NOT NULL LIMIT :most)
                UNION
                (SELECT message_id FROM exchange_arrival WHERE order_number IN (:numbers)
                   ORDER BY message_id DESC LIMIT :most)""")
            .param("word", word)
            .param("numbers", numbers.isEmpty() ? Set.of("") : numbers)
            .param("most", MOST_OF_A_WORD)
            .query(String.class)
            .list());
    return ids;
  }

  /**
   * All that went to and fro about an order or a consignment, newest first; also letters that no
   * message carries yet.
   */
  public List<Entry> about(String number, int most) {
    List<Entry> entries =
        new ArrayList<>(
            jdbc.sql(
                    """
                    SELECT m.id, m.direction, m.partner, m.operation, m.message_key, m.state, m.problem,
                           COALESCE(m.size, LENGTH(m.body)) AS size, m.attempts, m.created_at
                    FROM (SELECT message_id FROM exchange_letter WHERE about = :number
                          UNION SELECT message_id FROM exchange_arrival WHERE order_number = :number) known
                    JOIN exchange_message m ON m.id = known.message_id
                    ORDER BY m.created_at DESC, m.id DESC LIMIT :most""")
                .param("number", number)
                .param("most", most)
                .query(MessageLog::entry)
                .list());
    entries.addAll(archived(number, most));
    entries.addAll(
        jdbc.sql(
                """
                SELECT NULL AS id, 'OUT' AS direction, partner, operation, letter_key AS message_key,
                       IF(withdrawn_at IS NULL, 'QUEUED', 'WITHDRAWN') AS state, NULL AS problem, 0 AS size,
                       0 AS attempts, created_at
                FROM exchange_letter WHERE about = :number AND message_id IS NULL LIMIT :most""")
            .param("number", number)
            .param("most", most)
            .query(MessageLog::entry)
            .list());
    entries.sort(Comparator.comparing(Entry::createdAt).reversed());
    return abouts.of(entries);
  }

  /** Of what lies in the archive; its messages may be here still, because of others they carry. */
  private List<Entry> archived(String number, int most) {
    List<String> ids = archive.messagesOf(number);
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                hotAndArchived("(SELECT " + COLUMNS + " FROM %s m WHERE m.id IN (:ids))")
                    + " ORDER BY created_at DESC, id DESC LIMIT :most")
            .param("ids", ids)
            .param("most", most)
            .query(MessageLog::entry)
            .list();
  }

  /** Its line alone. */
  public Optional<Entry> entry(String id) {
    return jdbc.sql(hotAndArchived("(SELECT " + COLUMNS + " FROM %s m WHERE m.id = :id)"))
        .param("id", id)
        .query(MessageLog::entry)
        .optional();
  }

  public Optional<LoggedMessage> find(String id) {
    return file.find(id);
  }

  /** Also what it only repeated: the arrivals of these keys, whichever message told them first. */
  public List<LoggedMessage.Told> told(LoggedMessage message, List<Arrival> read) {
    return file.told(message, read);
  }

  /** All that was ever exchanged, by partner. */
  public List<Operation> operations() {
    return jdbc.sql(
            "SELECT DISTINCT partner, operation FROM exchange_message "
                + "UNION SELECT DISTINCT partner, operation FROM archive_message ORDER BY partner, operation")
        .query(Operation.class)
        .list();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getString("id"),
        row.getString("direction"),
        row.getString("partner"),
        row.getString("operation"),
        row.getString("message_key"),
        row.getString("state"),
        row.getString("problem"),
        row.getLong("size"),
        row.getInt("attempts"),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        null,
        0,
        null);
  }
}
