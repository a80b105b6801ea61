package eu.perron.exchange;

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

  /** So many doublings are half a minute. */
  private static final int AWAKE = 6;


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
   */
  private record Stored(
      String id,
      OutgoingMessage message,
      int attempts,
      int faults,
      boolean othersPass,
      Instant dueAt,
      Instant leaseUntil) {}

  private record Sent(
      Stored stored,
      String state,
      int attempts,
      int faults,
      Reply reply,
      List<Arrival> arrivals,
      Instant dueAt,
      String problem) {
    static Sent untried(Stored stored, String why) {
      return new Sent(
          stored,
          "READY",
          stored.attempts(),
          stored.faults(),
          Reply.NONE,
          List.of(),
          stored.dueAt(),
          why);
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
            "SELECT id, operation, message_key, content_type, body, attempts, faults, tried_at, due_at "
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
                        row.getBytes(5)),
                    row.getInt(6),
                    row.getInt(7),
                    othersPass(row.getTimestamp(8), slots.wellAt()),
                    row.getTimestamp(9).toInstant(),
                    until),
            partner.id(),
            Timestamp.from(now),
            slots.number());
    jdbc.batchUpdate(
        "UPDATE exchange_message SET state = 'SENDING', lease_until = ? WHERE id = ?",
        batch,
        100,
        (row, stored) -> {
          row.setTimestamp(1, Timestamp.from(until));
          row.setString(2, stored.id());
        });
    budget.spend(slots, batch.size());
    return new Batch(batch, slots);
  }

  private static boolean othersPass(Timestamp triedAt, Instant wellAt) {
    return wellAt != null && (triedAt == null || wellAt.isAfter(triedAt.toInstant()));
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

  private Sent attempt(Stored stored) {
    Partner partner = stored.message().partner();
    if (clock.instant().plus(limits.of(partner).deadline()).isAfter(stored.leaseUntil())) {
      return Sent.untried(stored, "this node slept while it should have sent it");
    }
    try {
      Answer answer = health.circuit(partner).executeSupplier(() -> call(stored));
      return answer.refused() == null
          ? new Sent(
              stored,
              "SENT",
              stored.attempts() + 1,
              stored.faults(),
              answer.reply(),
              answer.arrivals(),
              null,
              null)
          : parked(stored, stored.faults(), answer.refused().getMessage());
    } catch (CallNotPermittedException open) {
      return Sent.untried(stored, "waits until the partner is well again");
    } catch (RuntimeException failure) {
      log.info(
          "{} {} not delivered, try {}: {}",
          partner,
          stored.message().operation(),
          stored.attempts() + 1,
          failure.getMessage());
      return failed(stored, failure.getMessage());
    }
  }

  /** An answer that makes no sense is a sign of illness, a refusal that it was read is none. */
  private Answer call(Stored stored) {
    try {
      Reply reply = transport.carry(stored.message());
      return new Answer(reply, read(stored, reply), null);
    } catch (PartnerRefused refused) {
      return new Answer(Reply.NONE, List.of(), refused);
    }
  }

  private Sent failed(Stored stored, String problem) {
    boolean against = stored.othersPass() && health.isBeyondDoubt(stored.message().partner());
    int faults = stored.faults() + (against ? 1 : 0);
    return faults >= FAULTS
        ? parked(stored, faults, problem)
        : new Sent(
            stored,
            "READY",
            stored.attempts() + 1,
            faults,
            Reply.NONE,
            List.of(),
            clock.instant().plus(wait(stored.attempts() + 1, against)),
            problem);
  }

  /** While the partner is ill its circuit spares it; a message must not sleep through its return. */
  private static Duration wait(int attempts, boolean against) {
    return Backoff.after(against ? attempts : Math.min(attempts, AWAKE));
  }

  private static Sent parked(Stored stored, int faults, String problem) {
    return new Sent(
        stored, "PARKED", stored.attempts() + 1, faults, Reply.NONE, List.of(), null, problem);
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
            + "reply_type = ?, reply = ?, done_at = ?, tried_at = COALESCE(?, tried_at) "
            + "WHERE id = ? AND (state = 'SENDING' AND lease_until = ? OR state IN ('SENDING', 'READY') AND ?)",
        results,
        100,
        (row, sent) -> {
          row.setString(1, sent.state());
          row.setInt(2, sent.attempts());
          row.setInt(3, sent.faults());
          row.setTimestamp(4, sent.dueAt() == null ? now : Timestamp.from(sent.dueAt()));
          row.setString(5, shortened(sent.problem()));
          row.setString(6, shortened(sent.reply().contentType()));
          row.setBytes(7, sent.reply().body());
          row.setTimestamp(8, "READY".equals(sent.state()) ? null : now);
          row.setTimestamp(9, sent.failed() ? now : null);
          row.setString(10, sent.stored().id());
          row.setTimestamp(11, Timestamp.from(sent.stored().leaseUntil()));
          row.setBoolean(12, "SENT".equals(sent.state()));
        });
    results.forEach(
        sent -> {
          if (!sent.arrivals().isEmpty()) {
            inbox.expect(sent.stored().id(), sent.stored().message().partner(), sent.arrivals());
          }
        });
  }

  private static String shortened(String text) {
    return text == null ? null : text.substring(0, Math.min(text.length(), 1000));
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
