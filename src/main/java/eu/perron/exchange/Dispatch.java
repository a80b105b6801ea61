package eu.perron.exchange;

import eu.perron.house.Seal;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends stored messages: takes as many as lines are free, under a lease that outlasts their calls,
 * hands each to the transport outside any transaction, and records what came of it as soon as it is
 * known. If this node dies in between, the lease runs out and the same bytes go again.
 *
 * <p>A failed try counts against a message only while the partner takes others: an ill partner
 * makes messages wait, never gives them up; one that nobody can take is parked.
 */
@Component
class Dispatch {
  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
  private static final int FAULTS = 15;
  private static final int LONGEST_TYPE = 100;

  /** For what comes before and after a call: waiting for its slot, recording. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private static final Duration MOMENT = Duration.ofMillis(200);
  private final Map<Partner, Lines<Sent>> lines = new EnumMap<>(Partner.class);
  private final Map<String, ReplyReader> replyReaders = new HashMap<>();
  private final JdbcTemplate jdbc;
  private final Inbox inbox;
  private final Transport transport;
  private final PartnerHealth health;
  private final PartnerLimits limits;
  private final Budget budget;
  private final Attempts attempts;
  private final Seal seal;
  private final Clock clock;
  private final MeterRegistry meters;
  private final TransactionTemplate transaction;

  Dispatch(
      List<ReplyReader> readers,
      JdbcTemplate jdbc,
      Inbox inbox,
      Transport transport,
      PartnerHealth health,
      PartnerLimits limits,
      Budget budget,
      Attempts attempts,
      Seal seal,
      Clock clock,
      MeterRegistry meters,
      PlatformTransactionManager transactions) {
    readers.forEach(
        reader -> replyReaders.put(reader.partner() + " " + reader.operation(), reader));
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.transport = transport;
    this.health = health;
    this.limits = limits;
    this.budget = budget;
    this.attempts = attempts;
    this.seal = seal;
    this.clock = clock;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
    for (Partner partner : Partner.values()) {
      lines.put(partner, new Lines<>(partner, limits.of(partner).lines()));
    }
  }

  /**
   * @param othersPass whether the partner took something since this one failed last
   * @param leaseUntil our claim to it; a later one is somebody else's
   * @param leftAt when its bytes were handed to the line before; null: certainly never
   */
  private record Stored(
      String id,
      OutgoingMessage message,
      int attempts,
      int faults,
      boolean othersPass,
      Instant dueAt,
      Instant leaseUntil,
      Instant leftAt) {}

  /**
   * @param leftAt when its bytes were last handed to the line; null: certainly never
   * @param attempt null: the partner was not called
   */
  private record Sent(
      Stored stored,
      String state,
      int attempts,
      int faults,
      Reply reply,
      List<Arrival> arrivals,
      Instant dueAt,
      Instant leftAt,
      String problem,
      Attempts.Attempt attempt) {
    static Sent untried(Stored stored, String why) {
      return new Sent(
          stored,
          "READY",
          stored.attempts(),
          stored.faults(),
          Reply.NONE,
          List.of(),
          stored.dueAt(),
          stored.leftAt(),
          why,
          null);
    }

    Sent tried(Instant at, long millis) {
      Attempts.Result result =
          state.equals("SENT")
              ? Attempts.Result.SENT
              : state.equals("READY") ? Attempts.Result.FAILED : Attempts.Result.REFUSED;
      return new Sent(
          stored,
          state,
          attempts,
          faults,
          reply,
          arrivals,
          dueAt,
          leftAt,
          problem,
          new Attempts.Attempt(stored.id(), at, millis, result, problem));
    }

    boolean failed() {
      return attempts > stored.attempts() && !state.equals("SENT");
    }
  }

  /** What the partner said; refused: that it will never take it. */
  private record Answer(Reply reply, List<Arrival> arrivals, PartnerRefused refused) {}

  /**
   * Starts what may start now and records what has ended, waiting a moment for it.
   *
   * @return whether there is more to do now
   */
  boolean sendDue(Partner partner) {
    Lines<Sent> own = lines.get(partner);
    start(partner, own);
    if (own.quiet()) {
      return false;
    }
    try {
      keep(partner, own);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void start(Partner partner, Lines<Sent> own) {
    if (health.isBack(partner)) {
      bringForward(partner);
      health.welcomed(partner);
    }
    int most = Math.min(own.free(), health.letsThrough(partner, own.busy()));
    if (most <= 0) {
      return;
    }
    Batch batch = transaction.execute(running -> take(partner, most));
    for (int i = 0; i < batch.messages().size(); i++) {
      Stored stored = batch.messages().get(i);
      own.call(batch.slots().until(i), () -> send(stored));
    }
  }

  private void keep(Partner partner, Lines<Sent> own) throws InterruptedException {
    List<Sent> ended = own.results(MOMENT);
    if (ended.isEmpty()) {
      return;
    }
    try {
      transaction.executeWithoutResult(running -> record(ended));
    } catch (RuntimeException unrecorded) {
      own.giveBack(ended);
      throw unrecorded;
    }
    if (ended.stream().anyMatch(sent -> sent.state().equals("SENT"))) {
      health.tookSomething(partner);
    }
  }

  /** Those that failed wait longer and longer; now that the partner is back, the oldest go first. */
  private void bringForward(Partner partner) {
    jdbc.update(
        "UPDATE exchange_message SET due_at = created_at "
            + "WHERE direction = 'OUT' AND state = 'READY' AND partner = ? AND due_at > created_at",
        partner.id());
  }

  private record Batch(List<Stored> messages, Budget.Slots slots) {}

  private Batch take(Partner partner, int most) {
    Budget.Slots slots = budget.slots(partner, most);
    if (slots.number() == 0) {
      return new Batch(List.of(), slots);
    }
    Instant now = clock.instant();
    Instant until =
        now.plus(limits.of(partner).deadline()).plus(MARGIN).truncatedTo(ChronoUnit.MILLIS);
    jdbc.update(
        "UPDATE exchange_message SET state = 'READY', lease_until = NULL "
            + "WHERE direction = 'OUT' AND state = 'SENDING' AND partner = ? AND lease_until < ?",
        partner.id(),
        Timestamp.from(now));
    List<Stored> batch =
        jdbc.query(
            "SELECT id, operation, message_key, content_type, body, attempts, faults, tried_at, due_at, left_at "
                + "FROM exchange_message WHERE direction = 'OUT' AND state = 'READY' AND partner = ? AND due_at <= ? "
                + "ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
            (row, number) ->
                new Stored(
                    row.getString(1),
                    new OutgoingMessage(
                        partner,
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        seal.open(row.getBytes(5))),
                    row.getInt(6),
                    row.getInt(7),
                    othersPass(row.getTimestamp(8), slots.wellAt()),
                    row.getTimestamp(9).toInstant(),
                    until,
                    instant(row.getTimestamp(10))),
            partner.id(),
            Timestamp.from(now),
            slots.number());
    jdbc.batchUpdate(
        "UPDATE exchange_message SET state = 'SENDING', lease_until = ?, left_at = ? WHERE id = ?",
        batch,
        100,
        (row, stored) -> {
          row.setTimestamp(1, Timestamp.from(until));
          row.setTimestamp(2, Timestamp.from(now));
          row.setString(3, stored.id());
        });
    budget.spend(slots, batch.size());
    return new Batch(batch, slots);
  }

  private static boolean othersPass(Timestamp triedAt, Instant wellAt) {
    return triedAt == null || wellAt != null && wellAt.isAfter(triedAt.toInstant());
  }

  private Sent send(Stored stored) {
    Timer.Sample call = Timer.start(meters);
    Sent sent = attempt(stored);
    call.stop(
        meters.timer(
            "perron.partner.calls",
            "partner",
            stored.message().partner().id(),
            "operation",
            stored.message().operation(),
            "outcome",
            sent.state()));
    return sent;
  }

  /**
   * The last look before the line: another node may have it now, a clerk may have withdrawn it, a
   * person may have declared the partner down. @return why not; empty: it may go
   */
  private Optional<String> staysHere(Stored stored) {
    return jdbc
        .query(
            "SELECT p.down_since IS NOT NULL FROM exchange_message m JOIN exchange_partner p "
                + "ON p.partner = m.partner WHERE m.id = ? AND m.state = 'SENDING' AND m.lease_until = ?",
            (row, number) ->
                row.getBoolean(1) ? "waits until the partner is declared up" : "",
            stored.id(),
            Timestamp.from(stored.leaseUntil()))
        .stream()
        .findFirst()
        .or(() -> Optional.of("is no longer this node's to send"))
        .filter(why -> !why.isEmpty());
  }

  private Sent attempt(Stored stored) {
    Partner partner = stored.message().partner();
    Optional<String> stays = staysHere(stored);
    if (stays.isPresent()) {
      return Sent.untried(stored, stays.get());
    }
    if (clock.instant().plus(limits.of(partner).deadline()).isAfter(stored.leaseUntil())) {
      return Sent.untried(stored, "this node slept while it should have sent it");
    }
    Instant leaving = clock.instant();
    long from = System.nanoTime();
    Heard heard = new Heard();
    Sent sent;
    try {
      Answer answer = health.circuit(partner).executeSupplier(() -> call(stored, heard));
      sent =
          answer.refused() == null
              ? new Sent(
                  stored,
                  "SENT",
                  stored.attempts() + 1,
                  stored.faults(),
                  answer.reply(),
                  answer.arrivals(),
                  null,
                  leaving,
                  null,
                  null)
              : parked(
                  stored,
                  stored.faults(),
                  leaving,
                  answer.refused().answer(),
                  answer.refused().getMessage());
    } catch (CallNotPermittedException open) {
      return Sent.untried(stored, "waits until the partner is well again");
    } catch (RuntimeException failure) {
      log.info(
          "{} {} not delivered, try {}: {}",
          partner,
          stored.message().operation(),
          stored.attempts() + 1,
          failure.getMessage());
      Instant left = failure instanceof PartnerNotReached ? stored.leftAt() : leaving;
      sent = failed(stored, left, heard.reply, failure.getMessage());
    }
    return sent.tried(leaving, (System.nanoTime() - from) / 1_000_000);
  }

  /** What the partner said, kept also when it cannot be read. */
  private static final class Heard {
    private Reply reply = Reply.NONE;
  }

  /** An answer that makes no sense is a sign of illness, a refusal that it was read is none. */
  private Answer call(Stored stored, Heard heard) {
    try {
      heard.reply = transport.carry(stored.message());
      return new Answer(heard.reply, read(stored, heard.reply), null);
    } catch (PartnerRefused refused) {
      return new Answer(Reply.NONE, List.of(), refused);
    }
  }

  private Sent failed(Stored stored, Instant leftAt, Reply reply, String problem) {
    boolean against = stored.othersPass() && health.isBeyondDoubt(stored.message().partner());
    int faults = stored.faults() + (against ? 1 : 0);
    return faults >= FAULTS
        ? parked(stored, faults, leftAt, reply, problem)
        : new Sent(
            stored,
            "READY",
            stored.attempts() + 1,
            faults,
            reply,
            List.of(),
            clock.instant().plus(Backoff.after(stored.attempts() + 1)),
            leftAt,
            problem,
            null);
  }

  private static Sent parked(
      Stored stored, int faults, Instant leftAt, Reply reply, String problem) {
    return new Sent(
        stored,
        "PARKED",
        stored.attempts() + 1,
        faults,
        reply,
        List.of(),
        null,
        leftAt,
        problem,
        null);
  }

  private List<Arrival> read(Stored stored, Reply reply) {
    ReplyReader reader =
        replyReaders.get(stored.message().partner() + " " + stored.message().operation());
    return reader == null ? List.of() : reader.read(stored.message(), reply);
  }

  /** What was sent is sent, whoever claims it by now; anything else only we may say who claim it. */
  private void record(List<Sent> results) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.batchUpdate(
        "UPDATE exchange_message SET state = ?, attempts = ?, faults = ?, due_at = ?, lease_until = NULL, problem = ?, "
            + "reply_type = ?, reply = ?, done_at = ?, tried_at = COALESCE(?, tried_at), left_at = ? "
            + "WHERE id = ? AND (state = 'SENDING' AND lease_until = ? OR state IN ('SENDING', 'READY') AND ?)",
        results,
        100,
        (row, sent) -> {
          row.setString(1, sent.state());
          row.setInt(2, sent.attempts());
          row.setInt(3, sent.faults());
          row.setTimestamp(4, sent.dueAt() == null ? now : Timestamp.from(sent.dueAt()));
          row.setString(5, Problem.kept(sent.problem()));
          row.setString(6, typeOf(sent.reply()));
          row.setBytes(7, sent.reply().body().length == 0 ? null : seal.close(sent.reply().body()));
          row.setTimestamp(8, "READY".equals(sent.state()) ? null : now);
          row.setTimestamp(9, sent.failed() ? now : null);
          row.setTimestamp(10, sent.leftAt() == null ? null : Timestamp.from(sent.leftAt()));
          row.setString(11, sent.stored().id());
          row.setTimestamp(12, Timestamp.from(sent.stored().leaseUntil()));
          row.setBoolean(13, "SENT".equals(sent.state()));
        });
    attempts.record(results.stream().map(Sent::attempt).filter(Objects::nonNull).toList());
    results.forEach(
        sent -> {
          if (!sent.arrivals().isEmpty()) {
            inbox.expect(sent.stored().id(), sent.stored().message().partner(), sent.arrivals());
          }
        });
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static String typeOf(Reply reply) {
    String type = reply.contentType() == null ? "" : reply.contentType();
    return type.substring(0, Math.min(LONGEST_TYPE, type.length()));
  }

  /** Calls of this node that run at this moment. */
  int busy(Partner partner) {
    return lines.get(partner).busy();
  }

  @PreDestroy
  void hangUp() {
    lines.values().forEach(Lines::hangUp);
  }
}
