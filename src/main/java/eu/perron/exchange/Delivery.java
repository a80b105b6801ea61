package eu.perron.exchange;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One attempt to hand one message to its partner, and what to think of it. A failed try counts
 * against a message only while the partner takes others: an ill partner makes messages wait, never
 * gives them up; one that nobody can take is parked.
 */
@Component
class Delivery {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final int FAULTS = 15;

  /** So many doublings are half a minute. */
  private static final int AWAKE = 6;

  private final Map<String, ReplyReader> replyReaders = new HashMap<>();
  private final JdbcTemplate jdbc;
  private final Transport transport;
  private final PartnerHealth health;
  private final PartnerLimits limits;
  private final Clock clock;
  private final MeterRegistry meters;

  Delivery(
      List<ReplyReader> readers,
      JdbcTemplate jdbc,
      Transport transport,
      PartnerHealth health,
      PartnerLimits limits,
      Clock clock,
      MeterRegistry meters) {
    readers.forEach(
        reader -> replyReaders.put(reader.partner() + " " + reader.operation(), reader));
    this.jdbc = jdbc;
    this.transport = transport;
    this.health = health;
    this.limits = limits;
    this.clock = clock;
    this.meters = meters;
  }

  /** What the partner said; refused: that it will never take it. */
  private record Answer(Reply reply, List<Arrival> arrivals, PartnerRefused refused) {}

  Sent send(Stored stored) {
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
    try {
      return look(stored);
    } catch (DataAccessException databaseAway) {
      return Optional.of("the database could not be asked whether it may go");
    }
  }

  private Optional<String> look(Stored stored) {
    return jdbc
        .query(
            "SELECT p.down_since IS NOT NULL FROM exchange_message m JOIN exchange_partner p "
                + "ON p.partner = m.partner WHERE m.id = ? AND m.state = 'SENDING' AND m.lease_until = ?",
            (row, number) -> row.getBoolean(1) ? "waits until the partner is declared up" : "",
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
            clock.instant().plus(wait(stored.attempts() + 1, against)),
            leftAt,
            problem,
            null);
  }

  /**
   * While the partner is ill its circuit spares it; a message must not sleep through its return.
   */
  private static Duration wait(int attempts, boolean against) {
    return Backoff.after(against ? attempts : Math.min(attempts, AWAKE));
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
    if (reader != null) {
      return reader.read(stored.message(), reply);
    }
    // Whoever answers by file or later says nothing now: what speaks is not the partner, but
    // something in front of it.
    if (reply.body().length > 0) {
      throw new PartnerUnavailable(
          "it answered %d bytes where nobody expects an answer".formatted(reply.body().length),
          null);
    }
    return List.of();
  }
}
