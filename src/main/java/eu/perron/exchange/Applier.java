package eu.perron.exchange;

import eu.perron.house.Halving;
import eu.perron.house.KeyedRows;
import eu.perron.house.Seal;
import eu.perron.house.SideBySide;
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
import java.util.TreeMap;
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
  private static final KeyedRows APPLIED =
      KeyedRows.update(
              "exchange_arrival",
              "id",
              "state = 'APPLIED', attempts = attempts + 1, due_at = ?, problem = NULL, done_at = ?")
          .each("order_number");

  /** Asked of so many unmatched ones at a time. */
  private static final int ORPHANS = 500;

  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration PAUSE_OF_A_FRESH_ONE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofHours(1);
  private final ArrivalHandlers handlers;
  private final Aliases aliases;
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final Seal seal;
  private final Halving halving;
  private final SideBySide strands;
  private final String oldestOfEach;
  private final Clock clock;
  private final Duration unmatchedAfter;

  Applier(
      ArrivalHandlers handlers,
      Aliases aliases,
      JdbcTemplate jdbc,
      NamedParameterJdbcTemplate named,
      Seal seal,
      Halving halving,
      SideBySide strands,
      Clock clock,
      @Value("${perron.exchange.unmatched-after:PT10M}") Duration unmatchedAfter) {
    this.handlers = handlers;
    this.aliases = aliases;
    this.jdbc = jdbc;
    this.named = named;
    this.seal = seal;
    this.halving = halving;
    this.strands = strands;
    this.oldestOfEach = oldestOfEach(BATCH * strands.strands());
    this.clock = clock;
    this.unmatchedAfter = unmatchedAfter;
  }

  private static String oldestOfEach(int most) {
    return Arrays.stream(Partner.values())
        .map(
            partner ->
                "(SELECT id, partner, about, due_at FROM exchange_arrival WHERE state = 'NEW' AND partner = '%s' AND due_at <= ? ORDER BY due_at, id LIMIT %d)"
                    .formatted(partner.id(), most))
        .collect(Collectors.joining(" UNION ALL "));
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
      String matchedTo) {
    /** As most are: they differ by nothing but their number, and are written by one statement. */
    boolean isSimplyApplied() {
      return state.equals("APPLIED") && number != null && matchedTo == null;
    }
  }

  @Scheduled(fixedDelayString = "${perron.exchange.apply-every:100}")
  void applyNew() {
    int found;
    do {
      List<Due> due = due();
      found = due.size();
      if (found <= BATCH) {
        apply(due);
      } else {
        strands.each(due, Due::about, this::applyByPartner);
      }
    } while (found >= BATCH);
  }

  /**
   * A batch for each partner, so that one who floods us, or whose messages fail, holds up nobody
   * else.
   */
  private void applyByPartner(List<Due> due) {
    due.stream().collect(Collectors.groupingBy(Due::partner)).values().forEach(this::apply);
  }

  private void apply(List<Due> batch) {
    halving.each(batch.stream().map(Due::id).toList(), this::applyAll, this::fails);
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

  private record Due(String id, String partner, String about, Instant dueAt) {}

  /** The oldest of each partner, oldest first. */
  private List<Due> due() {
    return jdbc
        .query(
            oldestOfEach,
            (row, number) ->
                new Due(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getTimestamp(4).toInstant()),
            Collections.nCopies(Partner.values().length, Timestamp.from(clock.instant())).toArray())
        .stream()
        .sorted(Comparator.comparing(Due::dueAt).thenComparing(Due::id))
        .toList();
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
    Map<String, String> applied = new TreeMap<>();
    List<Done> others = new ArrayList<>();
    for (Done one : done) {
      if (one.isSimplyApplied()) {
        applied.put(one.id(), one.number());
      } else {
        others.add(one);
      }
    }
    APPLIED.writeEach(jdbc, applied, now, now);
    writeOneByOne(others, now);
  }

  private void writeOneByOne(List<Done> done, Timestamp now) {
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
