package eu.perron.exchange;

import eu.perron.archive.Archive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What messages are about: orders and consignments, in letters, in arrivals and in the archive. */
@Component
class MessageAbouts {
  private final JdbcClient jdbc;
  private final Archive archive;

  MessageAbouts(JdbcClient jdbc, Archive archive) {
    this.jdbc = jdbc;
    this.archive = archive;
  }

  /**
   * @param first one of them
   * @param number how many there are
   * @param trouble the worst state among the things the message told, or null
   */
  record About(String messageId, String first, long number, String trouble) {}

  /** The same lines, with what they are about. */
  List<MessageLog.Entry> of(List<MessageLog.Entry> entries) {
    List<String> ids = entries.stream().map(MessageLog.Entry::id).filter(id -> id != null).toList();
    if (ids.isEmpty()) {
      return entries;
    }
    Map<String, About> known = new HashMap<>();
    abouts(
            """
            SELECT message_id, MIN(COALESCE(order_number, about)) AS first,
                   COUNT(DISTINCT COALESCE(order_number, about)) AS number,
                   ELT(MIN(NULLIF(FIELD(state, 'FAILED', 'UNMATCHED', 'NEW'), 0)), 'FAILED', 'UNMATCHED', 'NEW')
                     AS trouble
            FROM exchange_arrival WHERE message_id IN (:ids) GROUP BY message_id""",
            ids)
        .forEach(known::put);
    abouts(
            """
            SELECT m.id AS message_id, MIN(l.about) AS first, COUNT(DISTINCT l.about) AS number, NULL AS trouble
            FROM exchange_message m JOIN exchange_letter l ON l.partner = m.partner AND l.operation = m.operation
              AND l.message_id = m.id
            WHERE m.id IN (:ids) GROUP BY m.id""",
            ids)
        .forEach(
            (id, sent) ->
                known.merge(
                    id,
                    sent,
                    (told, ours) -> new About(id, ours.first(), ours.number(), told.trouble())));
    archive
        .aboutMessages(ids)
        .forEach(
            (id, owners) ->
                known.merge(
                    id,
                    new About(id, owners.get(0), owners.size(), null),
                    (hot, left) ->
                        new About(id, hot.first(), hot.number() + left.number(), hot.trouble())));
    return entries.stream().map(entry -> entry.about(known.get(entry.id()))).toList();
  }

  private Map<String, About> abouts(String sql, List<String> ids) {
    return jdbc.sql(sql).param("ids", ids).query(About.class).stream()
        .collect(Collectors.toMap(About::messageId, about -> about));
  }
}
