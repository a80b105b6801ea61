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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends stored messages: takes a batch under a lease, hands each to the transport outside any
 * transaction, records what came of it. If this node dies in between, the lease runs out and the
 * same bytes go again.
 */
@Component
class Dispatch {
  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
  private static final int BATCH = 32;
  private static final int AT_ONCE = 8;
  private static final int TRIES = 15;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private final Map<Partner, ExecutorService> lines = new EnumMap<>(Partner.class);
  private final Map<String, ReplyReader> replyReaders = new HashMap<>();
  private final JdbcTemplate jdbc;
  private final Inbox inbox;
  private final Transport transport;
  private final PartnerHealth health;
  private final PartnerSwitch switches;
  private final Clock clock;
  private final MeterRegistry meters;
  private final TransactionTemplate transaction;

  Dispatch(
      List<ReplyReader> readers,
      JdbcTemplate jdbc,
      Inbox inbox,
      Transport transport,
      PartnerHealth health,
      PartnerSwitch switches,
      Clock clock,
      MeterRegistry meters,
      PlatformTransactionManager transactions) {
    readers.forEach(
        reader -> replyReaders.put(reader.partner() + " " + reader.operation(), reader));
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.transport = transport;
    this.health = health;
    this.switches = switches;
    this.clock = clock;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param lease until when it is ours to send
   * @param leftAt when its bytes were handed to the line before, if ever
   */
  private record Stored(
      String id, OutgoingMessage message, int attempts, Timestamp lease, Timestamp leftAt) {}

  /**
   * @param leftAt when its bytes were last handed to the line; null: certainly never
   */
  private record Sent(
      Stored stored,
      String state,
      Reply reply,
      List<Arrival> arrivals,
      Instant dueAt,
      Timestamp leftAt,
      String problem) {}

  /**
   * @return whether there may be more to send now
   */
  boolean sendDue(Partner partner) {
    if (!health.isWell(partner)) {
      return false;
    }
    List<Stored> batch = transaction.execute(running -> take(partner));
    if (batch.isEmpty()) {
      return false;
    }
    List<Sent> sent = new ArrayList<>();
    try {
      List<Callable<Sent>> calls = new ArrayList<>();
      batch.forEach(stored -> calls.add(() -> send(stored)));
      for (Future<Sent> result : line(partner).invokeAll(calls)) {
        if (result.get() != null) {
          sent.add(result.get());
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible.getCause());
    }
    transaction.executeWithoutResult(running -> record(sent));
    return batch.size() == BATCH;
  }

  private List<Stored> take(Partner partner) {
    if (!switches.letsGo(partner)) {
      return List.of();
    }
    Timestamp now = now();
    Timestamp until = Timestamp.from(now.toInstant().plus(LEASE));
    List<Stored> batch =
        jdbc.query(
            "SELECT id, operation, message_key, content_type, body, attempts, left_at "
                + "FROM exchange_message WHERE direction = 'OUT' AND partner = ? AND ((state = 'READY' AND due_at <= ?) "
                + "OR (state = 'SENDING' AND lease_until < ?)) ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
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
                    until,
                    row.getTimestamp(7)),
            partner.id(),
            now,
            now,
            BATCH);
    jdbc.batchUpdate(
        "UPDATE exchange_message SET state = 'SENDING', lease_until = ?, left_at = ? WHERE id = ?",
        batch,
        BATCH,
        (row, stored) -> {
          row.setTimestamp(1, until);
          row.setTimestamp(2, now);
          row.setString(3, stored.id());
        });
    return batch;
  }

  /**
   * Asked right before a message goes on the line: a node that slept finds here that another has it
   * now, or that a clerk withdrew it.
   */
  private boolean isStillOurs(Stored stored) {
    return !jdbc.queryForList(
            "SELECT id FROM exchange_message WHERE id = ? AND state = 'SENDING' AND lease_until = ? "
                + "AND lease_until > ?",
            stored.id(),
            stored.lease(),
            now())
        .isEmpty();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * @return null if it is no longer ours: whoever has it records what becomes of it
   */
  private Sent send(Stored stored) {
    if (!isStillOurs(stored)) {
      log.info("{} {} is left to whoever has it now", stored.message().partner(), stored.id());
      return null;
    }
    if (switches.isDeclaredDown(stored.message().partner())) {
      return later(stored, stored.attempts(), stored.leftAt(), "waits until the partner is back");
    }
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
    Timestamp leaving = now();
    try {
      Reply reply =
          health
              .circuit(stored.message().partner())
              .executeSupplier(() -> transport.carry(stored.message()));
      return new Sent(stored, "SENT", reply, read(stored, reply), null, leaving, null);
    } catch (CallNotPermittedException open) {
      return later(
          stored, stored.attempts(), stored.leftAt(), "waits until the partner is well again");
    } catch (PartnerRefused refused) {
      return new Sent(
          stored, "PARKED", Reply.NONE, List.of(), null, leaving, refused.getMessage());
    } catch (RuntimeException failure) {
      log.info(
          "{} {} not delivered, try {}: {}",
          stored.message().partner(),
          stored.message().operation(),
          stored.attempts() + 1,
          failure.getMessage());
      Timestamp left = failure instanceof PartnerNotReached ? stored.leftAt() : leaving;
      return stored.attempts() + 1 >= TRIES
          ? new Sent(stored, "PARKED", Reply.NONE, List.of(), null, left, failure.getMessage())
          : later(stored, stored.attempts() + 1, left, failure.getMessage());
    }
  }

  private Sent later(Stored stored, int attempts, Timestamp leftAt, String problem) {
    Stored tried =
        new Stored(
            stored.id(), stored.message(), attempts - 1, stored.lease(), stored.leftAt());
    return new Sent(
        tried,
        "READY",
        Reply.NONE,
        List.of(),
        clock.instant().plus(Backoff.after(attempts)),
        leftAt,
        problem);
  }

  private List<Arrival> read(Stored stored, Reply reply) {
    ReplyReader reader =
        replyReaders.get(stored.message().partner() + " " + stored.message().operation());
    return reader == null ? List.of() : reader.read(stored.message(), reply);
  }

  /** That it was sent is true whoever has it now; all else is for its holder to say. */
  private void record(List<Sent> results) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.batchUpdate(
        "UPDATE exchange_message SET state = ?, attempts = ?, due_at = ?, lease_until = NULL, problem = ?, "
            + "reply_type = ?, reply = ?, done_at = ?, left_at = ? WHERE id = ? AND state = 'SENDING' "
            + "AND (lease_until = ? OR ? = 'SENT')",
        results,
        100,
        (row, sent) -> {
          row.setString(1, sent.state());
          row.setInt(2, sent.stored().attempts() + 1);
          row.setTimestamp(3, sent.dueAt() == null ? now : Timestamp.from(sent.dueAt()));
          row.setString(4, shortened(sent.problem()));
          row.setString(5, shortened(sent.reply().contentType()));
          row.setBytes(6, sent.reply().body());
          row.setTimestamp(7, "READY".equals(sent.state()) ? null : now);
          row.setTimestamp(8, sent.leftAt());
          row.setString(9, sent.stored().id());
          row.setTimestamp(10, sent.stored().lease());
          row.setString(11, sent.state());
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

  private synchronized ExecutorService line(Partner partner) {
    return lines.computeIfAbsent(
        partner,
        name ->
            Executors.newFixedThreadPool(
                AT_ONCE,
                task -> {
                  Thread thread = new Thread(task, "line-" + name);
                  thread.setDaemon(true);
                  return thread;
                }));
  }

  @PreDestroy
  void hangUp() {
    lines.values().forEach(ExecutorService::shutdownNow);
  }
}
