package eu.perron.exchange;

import eu.perron.house.Halving;
import eu.perron.house.Seal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Applies arrivals to their rooms, tens in a transaction together with the moves they cause. A room
 * that knows nothing of it yet is asked again, less and less often; after a while it is unmatched
 * and a person sees it. The room is still asked now and then: what we were late to know ourselves
 * needs no person.
 */
@Component
class Applier {
  private static final Logger log = LoggerFactory.getLogger(Applier.class);
  private static final int BATCH = 50;
  private static final int TRIES_OF_A_FAILURE = 6;

  /** Asked of so many unmatched ones at a time. */
  private static final int ORPHANS = 500;

  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration PAUSE_OF_A_FRESH_ONE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final String OLDEST_OF_EACH =
      Arrays.stream(Partner.values())
          .map(
              partner ->
                  "(SELECT id, partner, due_at FROM exchange_arrival WHERE state = 'NEW' AND partner = '"
                      + partner.id()
                      + "' AND due_at <= ? ORDER BY due_at, id LIMIT "
                      + BATCH
                      + ")")
          .collect(Collectors.joining(" UNION ALL "));
  private final ArrivalHandlers handlers;
  private final Aliases aliases;
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final Seal seal;
  private final Halving halving;
  private final Clock clock;
  private final Duration unmatchedAfter;

  Applier(
      ArrivalHandlers handlers,
      Aliases aliases,
      JdbcTemplate jdbc,
      NamedParameterJdbcTemplate named,
      Seal seal,
      Halving halving,
      Clock clock,
      @Value("${perron.exchange.unmatched-after:PT10M}") Duration unmatchedAfter) {
    this.handlers = handlers;
    this.aliases = aliases;
    this.jdbc = jdbc;
    this.named = named;
    this.seal = seal;
    this.halving = halving;
    this.clock = clock;
    this.unmatchedAfter = unmatchedAfter;
  }

  /**
   * @param matchedTo what a person said it is about; null: nobody was asked
   */
  private record Row(
      String id,
      String partner,
      String kind,
      String about,
      String content,
      int attempts,
      Instant createdAt,
      String matchedTo) {
    Row meaning(String number) {
      return new Row(id, partner, kind, about, content, attempts, createdAt, number);
    }
  }

  /**
   * @param number the order or consignment it moved, once applied
   */
  private record Done(
      String id,
      String state,
      int attempts,
      Instant dueAt,
      String problem,
      String number,
      String matchedTo) {}

  @Scheduled(fixedDelayString = "${perron.exchange.apply-every:100}")
  void applyNew() {
    boolean more;
    do {
      List<List<String>> due = due();
      due.forEach(batch -> halving.each(batch, this::applyAll, this::fails));
      more = due.stream().mapToInt(List::size).sum() >= BATCH;
    } while (more);
  }

  @Scheduled(fixedDelayString = "${perron.exchange.orphans-every:15000}")
  void askForOrphans() {
    List<String> due =
        jdbc.queryForList(
            "SELECT id FROM exchange_arrival WHERE state = 'UNMATCHED' AND due_at <= ? "
                + "ORDER BY due_at LIMIT "
                + ORPHANS,
            String.class,
            Timestamp.from(clock.instant()));
    for (int from = 0; from < due.size(); from += BATCH) {
      halving.each(
          due.subList(from, Math.min(due.size(), from + BATCH)), this::applyAll, this::fails);
    }
  }

  private record Due(String id, String partner, Instant dueAt) {}

  /**
   * The oldest of each partner. All in one batch if they are few; else a batch for each partner, so
   * that one who floods us, or whose messages fail, holds up nobody else.
   */
  private List<List<String>> due() {
    List<Due> due =
        jdbc.query(
            OLDEST_OF_EACH,
            (row, number) ->
                new Due(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()),
            Collections.nCopies(Partner.values().length, Timestamp.from(clock.instant()))
                .toArray());
    if (due.isEmpty()) {
      return List.of();
    }
    if (due.size() <= BATCH) {
      return List.of(
          due.stream()
              .sorted(Comparator.comparing(Due::dueAt).thenComparing(Due::id))
              .map(Due::id)
              .toList());
    }
    return List.copyOf(
        due.stream()
            .collect(
                Collectors.groupingBy(
                    Due::partner, Collectors.mapping(Due::id, Collectors.toList())))
            .values());
  }

  /** Rows that another node holds or has done are left to it. */
  private void applyAll(List<String> ids) {
    List<Row> rows =
        named.query(
            "SELECT id, partner, kind, about, content, attempts, created_at, matched_to FROM exchange_arrival "
                + "WHERE id IN (:ids) AND state IN ('NEW', 'UNMATCHED') ORDER BY id FOR UPDATE SKIP LOCKED",
            Map.of("ids", ids),
            (row, number) ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    seal.openText(row.getBytes(5)),
                    row.getInt(6),
                    row.getTimestamp(7).toInstant(),
                    row.getString(8)));
    List<Heard> heard = rows.stream().map(this::hear).toList();
    prepare(heard);
    write(heard.stream().map(this::apply).toList());
  }

  /**
   * @param opened null: nobody listens to it
   */
  private record Heard(Row row, ArrivalHandlers.Opened<?> opened) {}

  private Heard hear(Row row) {
    return new Heard(
        row,
        handlers
            .of(row.partner(), row.kind())
            .map(handler -> handlers.open(handler, row.content()))
            .orElse(null));
  }

  private void prepare(List<Heard> all) {
    Map<ArrivalHandler<?>, List<ArrivalHandlers.Opened<?>>> byHandler = new LinkedHashMap<>();
    all.stream()
        .map(Heard::opened)
        .filter(Objects::nonNull)
        .forEach(
            opened ->
                byHandler
                    .computeIfAbsent(opened.handler(), handler -> new ArrayList<>())
                    .add(opened));
    byHandler.forEach(handlers::prepare);
  }

  private Done apply(Heard heard) {
    Row row = heard.row();
    if (heard.opened() == null) {
      return done(
          row, "FAILED", row.attempts(), clock.instant(), "No room listens to " + row.kind());
    }
    try (MDC.MDCCloseable about = MDC.putCloseable("about", row.about())) {
      return apply(heard.opened(), row);
    }
  }

  private Done apply(ArrivalHandlers.Opened<?> opened, Row row) {
    if (row.matchedTo() != null) {
      return told(row, opened.applyTo(row.matchedTo()));
    }
    Outcome outcome = opened.apply();
    if (outcome.unmatched()) {
      Optional<String> meaning = aliases.meaning(row.partner(), row.about());
      if (meaning.isPresent()) {
        return told(row.meaning(meaning.get()), opened.applyTo(meaning.get()));
      }
    }
    return told(row, outcome);
  }

  private Done told(Row row, Outcome outcome) {
    if (outcome.forAPerson()) {
      log.warn("Arrival {} is for a person: {}", row.id(), outcome.why());
      return done(row, "FAILED", row.attempts() + 1, clock.instant(), outcome.why());
    }
    return outcome.unmatched()
        ? unmatched(row, outcome.why())
        : new Done(
            row.id(),
            "APPLIED",
            row.attempts() + 1,
            clock.instant(),
            null,
            outcome.number(),
            row.matchedTo());
  }

  private Done unmatched(Row row, String why) {
    Instant now = clock.instant();
    if (row.createdAt().plus(unmatchedAfter).isAfter(now)) {
      return done(row, "NEW", row.attempts() + 1, now.plus(Backoff.after(row.attempts())), why);
    }
    boolean fresh = row.createdAt().plus(FRESH).isAfter(now);
    return done(
        row, "UNMATCHED", row.attempts() + 1, now.plus(fresh ? PAUSE_OF_A_FRESH_ONE : PAUSE), why);
  }

  private static Done done(Row row, String state, int attempts, Instant dueAt, String problem) {
    return new Done(row.id(), state, attempts, dueAt, problem, null, row.matchedTo());
  }

  private void fails(String id, RuntimeException why) {
    boolean contention = why instanceof ConcurrencyFailureException;
    if (!contention) {
      log.warn("Arrival {} cannot be applied: {}", id, why.toString());
    }
    int attempts =
        jdbc.queryForObject(
            "SELECT attempts FROM exchange_arrival WHERE id = ?", Integer.class, id);
    boolean over = !contention && attempts + 1 >= TRIES_OF_A_FAILURE;
    write(
        List.of(
            new Done(
                id,
                over ? "FAILED" : "NEW",
                attempts + (contention ? 0 : 1),
                clock.instant().plus(Backoff.after(attempts)),
                why.toString(),
                null,
                null)));
  }

  private void write(List<Done> done) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.batchUpdate(
        "UPDATE exchange_arrival SET state = ?, attempts = ?, due_at = ?, problem = ?, done_at = ?, "
            + "order_number = COALESCE(?, order_number), matched_to = COALESCE(?, matched_to) WHERE id = ?",
        done,
        500,
        (row, item) -> {
          row.setString(1, item.state());
          row.setInt(2, item.attempts());
          row.setTimestamp(3, Timestamp.from(item.dueAt()));
          row.setString(4, Problem.shortened(item.problem()));
          row.setTimestamp(5, "NEW".equals(item.state()) ? null : now);
          row.setString(6, item.number());
          row.setString(7, item.matchedTo());
          row.setString(8, item.id());
        });
  }
}
