package eu.perron.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.house.KeyedRows;
import eu.perron.house.Seal;
import eu.perron.trade.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Composes letters into messages and keeps them, byte for byte, before anybody sends them. */
@Component
class PostRoom {
  private static final Logger log = LoggerFactory.getLogger(PostRoom.class);
  private static final int SINGLES = 50;
  private static final KeyedRows COMPOSED =
      KeyedRows.update("exchange_letter", "id", "message_id = ?");

  /**
   * Begins the key of a letter that is parked because it could not be written in the partner's
   * format.
   */
  static final String UNWRITTEN = "unwritten-";

  private static final String OLDEST_LETTER =
      "(SELECT operation, created_at FROM exchange_letter WHERE partner = ? AND operation = ? "
          + "AND message_id IS NULL AND withdrawn_at IS NULL ORDER BY created_at LIMIT 1)";

  /** The longest that a letter waits because we have more urgent things to do. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Seal seal;
  private final Clock clock;
  private final PartnerSwitch switches;
  private final Backlog backlog;
  private final TransactionTemplate transaction;

  PostRoom(
      JdbcTemplate jdbc,
      ObjectMapper json,
      Seal seal,
      Clock clock,
      PartnerSwitch switches,
      Backlog backlog,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
    this.clock = clock;
    this.switches = switches;
    this.backlog = backlog;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Of these, which have letters lying here that go now: a look without a lock, as most have none.
   */
  List<Composer> withLetters(Partner partner, List<Composer> composers) {
    Map<String, Instant> oldest = new HashMap<>();
    jdbc.query(
        composers.stream()
            .map(composer -> OLDEST_LETTER)
            .collect(Collectors.joining(" UNION ALL ")),
        row -> {
          oldest.put(row.getString(1), row.getTimestamp(2).toInstant());
        },
        composers.stream()
            .flatMap(composer -> Stream.of(partner.id(), composer.operation()))
            .toArray());
    return composers.stream()
        .filter(composer -> oldest.containsKey(composer.operation()))
        .filter(composer -> composer.isUrgent() || goesNow(oldest.get(composer.operation())))
        .toList();
  }

  private boolean goesNow(Instant oldest) {
    return oldest.plus(PATIENCE).isBefore(clock.instant()) || !backlog.isBurdened();
  }

  /**
   * @return whether there may be more to compose
   */
  boolean compose(Composer composer) {
    int most = Math.max(composer.lettersPerMessage(), SINGLES);
    Integer composed = transaction.execute(running -> composeBatch(composer, most));
    return composed != null && composed == most;
  }

  private int composeBatch(Composer composer, int most) {
    if (!switches.letsGo(composer.partner())) {
      return 0;
    }
    List<PostedLetter> letters =
        jdbc.query(
            "SELECT id, letter_key, about, content FROM exchange_letter "
                + "WHERE partner = ? AND operation = ? AND message_id IS NULL AND withdrawn_at IS NULL "
                + "ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED",
            (row, number) ->
                new PostedLetter(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    seal.openText(row.getBytes(4)),
                    json),
            composer.partner().id(),
            composer.operation(),
            most);
    for (int from = 0; from < letters.size(); from += composer.lettersPerMessage()) {
      compose(
          composer,
          letters.subList(from, Math.min(letters.size(), from + composer.lettersPerMessage())));
    }
    return letters.size();
  }

  private void compose(Composer composer, List<PostedLetter> letters) {
    try {
      keep(composer.compose(letters), letters, "READY", null);
    } catch (RuntimeException unwritable) {
      if (letters.size() > 1) {
        letters.forEach(letter -> compose(composer, List.of(letter)));
      } else {
        log.warn(
            "Letter {} to {} cannot be written: {}",
            letters.get(0).key(),
            composer.partner(),
            unwritable.toString());
        keep(original(composer, letters.get(0)), letters, "PARKED", unwritable.toString());
      }
    }
  }

  /** Nothing is lost: what cannot be written in the partner's format is parked in ours. */
  private static OutgoingMessage original(Composer composer, PostedLetter letter) {
    return new OutgoingMessage(
        composer.partner(),
        composer.operation(),
        UNWRITTEN + letter.key(),
        "application/json",
        letter.json().getBytes(StandardCharsets.UTF_8));
  }

  private void keep(
      OutgoingMessage message, List<PostedLetter> letters, String state, String problem) {
    String id = Ids.next();
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.update(
        "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, size, "
            + "state, due_at, problem, created_at) VALUES (?, 'OUT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        message.partner().id(),
        message.operation(),
        message.key(),
        message.contentType(),
        seal.close(message.body()),
        message.body().length,
        state,
        now,
        Problem.kept(problem),
        now);
    COMPOSED.write(jdbc, letters.stream().map(PostedLetter::id).toList(), id);
  }
}
