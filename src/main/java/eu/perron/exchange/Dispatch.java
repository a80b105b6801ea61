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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final int LONGEST_TYPE = 100;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private final Map<Partner, ExecutorService> lines = new EnumMap<>(Partner.class);
  private final Map<String, ReplyReader> replyReaders = new HashMap<>();
  private final JdbcTemplate jdbc;
  private final Inbox inbox;
  private final Transport transport;
  private final PartnerHealth health;
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
    this.attempts = attempts;
    this.seal = seal;
    this.clock = clock;
    this.meters = meters;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Stored(String id, OutgoingMessage message, int attempts) {}

  /**
   * @param attempt null: the partner was not called
   */
  private record Sent(
      Stored stored,
      String state,
      Reply reply,
      List<Arrival> arrivals,
      Instant dueAt,
      String problem,
      Attempts.Attempt attempt) {
    Sent tried(Instant at, long millis) {
      Attempts.Result result =
          state.equals("SENT")
              ? Attempts.Result.SENT
              : state.equals("READY") ? Attempts.Result.FAILED : Attempts.Result.REFUSED;
      return new Sent(
          stored,
          state,
          reply,
          arrivals,
          dueAt,
          problem,
          new Attempts.Attempt(stored.id(), at, millis, result, problem));
    }
  }

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
        sent.add(result.get());
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
    Timestamp now = Timestamp.from(clock.instant());
    List<Stored> batch =
        jdbc.query(
            "SELECT id, operation, message_key, content_type, body, attempts "
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
                        seal.open(row.getBytes(5))),
                    row.getInt(6)),
            partner.id(),
            now,
            now,
            BATCH);
    Timestamp until = Timestamp.from(clock.instant().plus(LEASE));
    jdbc.batchUpdate(
        "UPDATE exchange_message SET state = 'SENDING', lease_until = ? WHERE id = ?",
        batch,
        BATCH,
        (row, stored) -> {
          row.setTimestamp(1, until);
          row.setString(2, stored.id());
        });
    return batch;
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
    Instant began = clock.instant();
    long from = System.nanoTime();
    Reply reply = Reply.NONE;
    Sent sent;
    try {
      reply =
          health
              .circuit(stored.message().partner())
              .executeSupplier(() -> transport.carry(stored.message()));
      sent = new Sent(stored, "SENT", reply, read(stored, reply), null, null, null);
    } catch (CallNotPermittedException open) {
      return later(stored, stored.attempts(), "waits until the partner is well again", reply);
    } catch (PartnerRefused refused) {
      sent =
          new Sent(stored, "PARKED", refused.answer(), List.of(), null, refused.getMessage(), null);
    } catch (RuntimeException failure) {
      log.info(
          "{} {} not delivered, try {}: {}",
          stored.message().partner(),
          stored.message().operation(),
          stored.attempts() + 1,
          failure.getMessage());
      sent =
          stored.attempts() + 1 >= TRIES
              ? new Sent(stored, "PARKED", reply, List.of(), null, failure.getMessage(), null)
              : later(stored, stored.attempts() + 1, failure.getMessage(), reply);
    }
    return sent.tried(began, (System.nanoTime() - from) / 1_000_000);
  }

  /**
   * @param reply what was said and could not be read, if the line stood at all
   */
  private Sent later(Stored stored, int attempts, String problem, Reply reply) {
    Stored tried = new Stored(stored.id(), stored.message(), attempts - 1);
    return new Sent(
        tried,
        "READY",
        reply,
        List.of(),
        clock.instant().plus(Backoff.after(attempts)),
        problem,
        null);
  }

  private List<Arrival> read(Stored stored, Reply reply) {
    ReplyReader reader =
        replyReaders.get(stored.message().partner() + " " + stored.message().operation());
    return reader == null ? List.of() : reader.read(stored.message(), reply);
  }

  private void record(List<Sent> results) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.batchUpdate(
        "UPDATE exchange_message SET state = ?, attempts = ?, due_at = ?, lease_until = NULL, problem = ?, "
            + "reply_type = ?, reply = ?, done_at = ? WHERE id = ? AND state = 'SENDING'",
        results,
        100,
        (row, sent) -> {
          row.setString(1, sent.state());
          row.setInt(2, sent.stored().attempts() + 1);
          row.setTimestamp(3, sent.dueAt() == null ? now : Timestamp.from(sent.dueAt()));
          row.setString(4, Problem.kept(sent.problem()));
          row.setString(5, typeOf(sent.reply()));
          row.setBytes(6, sent.reply().body().length == 0 ? null : seal.close(sent.reply().body()));
          row.setTimestamp(7, "READY".equals(sent.state()) ? null : now);
          row.setString(8, sent.stored().id());
        });
    attempts.record(results.stream().map(Sent::attempt).filter(Objects::nonNull).toList());
    results.forEach(
        sent -> {
          if (!sent.arrivals().isEmpty()) {
            inbox.expect(sent.stored().id(), sent.stored().message().partner(), sent.arrivals());
          }
        });
  }

  private static String typeOf(Reply reply) {
    String type = reply.contentType() == null ? "" : reply.contentType();
    return type.substring(0, Math.min(LONGEST_TYPE, type.length()));
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
