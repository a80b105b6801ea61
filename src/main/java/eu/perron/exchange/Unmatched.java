package eu.perron.exchange;

import eu.perron.house.Seal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What partners told us and nobody here knows what it is about (UNMATCHED), or could apply
 * (FAILED).
 */
@Component
@Transactional
public class Unmatched {
  private static final int LONGEST = 1000;
  private final JdbcClient jdbc;
  private final Seal seal;
  private final Clock clock;

  Unmatched(JdbcClient jdbc, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @param about as the partner names it: LRN, AWB, carrier's number …
   * @param messageId the message that brought it, as it travelled
   * @param orderNumber what it moved; null until it is applied
   * @param matchedTo what a person said it is about; null if nobody did
   */
  public record LostArrival(
      String id,
      String messageId,
      String partner,
      String kind,
      String about,
      String state,
      int attempts,
      String problem,
      Instant createdAt,
      String orderNumber,
      String matchedTo) {}

  public List<LostArrival> newest(int most) {
    return jdbc.sql(
            """
            (SELECT id, message_id, partner, kind, about, state, attempts, problem, created_at,
                    order_number, matched_to
             FROM exchange_arrival WHERE state = 'FAILED' ORDER BY due_at DESC LIMIT :most)
            UNION ALL
            (SELECT id, message_id, partner, kind, about, state, attempts, problem, created_at,
                    order_number, matched_to
             FROM exchange_arrival WHERE state = 'UNMATCHED' ORDER BY id DESC LIMIT :most)
            LIMIT :most""")
        .param("most", most)
        .query(LostArrival.class)
        .list();
  }

  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM exchange_arrival WHERE state IN ('UNMATCHED', 'FAILED')")
        .query(Long.class)
        .single();
  }

  public Optional<LostArrival> find(String id) {
    return jdbc.sql(
            "SELECT id, message_id, partner, kind, about, state, attempts, problem, created_at, order_number, matched_to "
                + "FROM exchange_arrival WHERE id = :id")
        .param("id", id)
        .query(LostArrival.class)
        .optional();
  }

  /** What we read in it: the JSON of the room's own record. */
  public Optional<String> content(String id) {
    return jdbc.sql("SELECT content FROM exchange_arrival WHERE id = :id")
        .param("id", id)
        .query((row, number) -> seal.openText(row.getBytes(1)))
        .optional();
  }

  /** Applies it again. @return false if somebody else has dealt with it */
  public boolean retry(String id) {
    return jdbc.sql(
                "UPDATE exchange_arrival SET state = 'NEW', attempts = 0, due_at = :now "
                    + "WHERE id = :id AND state IN ('UNMATCHED', 'FAILED')")
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * @return how many are applied again
   */
  public int retryAll(Partner partner) {
    return jdbc.sql(
            "UPDATE exchange_arrival SET state = 'NEW', attempts = 0, due_at = :now "
                + "WHERE state IN ('UNMATCHED', 'FAILED') AND partner = :partner")
        .param("now", now())
        .param("partner", partner.id())
        .update();
  }

  /**
   * @return false if somebody else has dealt with it
   */
  public boolean discard(String id, String who) {
    return jdbc.sql(
                "UPDATE exchange_arrival SET state = 'DISCARDED', done_at = :now, "
                    + "problem = LEFT(CONCAT(:said, COALESCE(CONCAT(' | ', problem), '')), :longest) "
                    + "WHERE id = :id AND state IN ('UNMATCHED', 'FAILED')")
            .param("now", now())
            .param("said", DeadLetters.said(who))
            .param("longest", LONGEST)
            .param("id", id)
            .update()
        == 1;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
