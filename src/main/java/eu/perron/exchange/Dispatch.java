package eu.perron.exchange;

import eu.perron.house.KeyedRows;
import eu.perron.house.Seal;
import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends stored messages: takes as many as lines are free, under a lease that outlasts their calls,
 * hands each to the transport outside any transaction, and records what came of it as soon as it is
 * known. If this node dies in between, the lease runs out and the same bytes go again.
 */
@Component
class Dispatch {
  private static final int LONGEST_TYPE = 100;
  private static final KeyedRows CLAIMED =
      KeyedRows.update("exchange_message", "id", "state = 'SENDING', lease_until = ?, left_at = ?");

  /** For what comes before and after a call: waiting for its slot, recording. */
  private static final Duration MARGIN = Duration.ofSeconds(15);

  private static final Duration MOMENT = Duration.ofMillis(200);
  private final Map<Partner, Lines<Sent>> lines = new EnumMap<>(Partner.class);
  private final JdbcTemplate jdbc;
  private final Inbox inbox;
  private final Delivery delivery;
  private final PartnerHealth health;
  private final PartnerLimits limits;
  private final Budget budget;
  private final Attempts attempts;
  private final Seal seal;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Dispatch(
      JdbcTemplate jdbc,
      Inbox inbox,
      Delivery delivery,
      PartnerHealth health,
      PartnerLimits limits,
      Budget budget,
      Attempts attempts,
      Seal seal,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.delivery = delivery;
    this.health = health;
    this.limits = limits;
    this.budget = budget;
    this.attempts = attempts;
    this.seal = seal;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    for (Partner partner : Partner.values()) {
      lines.put(partner, new Lines<>(partner, limits.of(partner).lines()));
    }
  }

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
    if (most <= 0 || !hasDue(partner)) {
      return;
    }
    Batch batch = transaction.execute(running -> take(partner, most));
    for (int i = 0; i < batch.messages().size(); i++) {
      Stored stored = batch.messages().get(i);
      own.call(batch.slots().until(i), () -> delivery.send(stored));
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

  /**
   * Those that failed wait longer and longer; now that the partner is back, the oldest go first.
   * Read without a lock, since a hundred thousand others may wait too.
   */
  private void bringForward(Partner partner) {
    List<String> tried =
        jdbc.queryForList(
            "SELECT id FROM exchange_message WHERE direction = 'OUT' AND state = 'READY' AND partner = ? "
                + "AND due_at > created_at",
            String.class,
            partner.id());
    jdbc.batchUpdate(
        "UPDATE exchange_message SET due_at = created_at WHERE id = ? AND state = 'READY'",
        tried,
        500,
        (row, id) -> row.setString(1, id));
  }

  private record Batch(List<Stored> messages, Budget.Slots slots) {}

  /** A look without a lock: mostly there is nothing. Those of a node that died are due again. */
  private boolean hasDue(Partner partner) {
    Timestamp now = Timestamp.from(clock.instant());
    List<String> states =
        jdbc.queryForList(
            "SELECT 'READY' FROM DUAL WHERE EXISTS (SELECT 1 FROM exchange_message WHERE direction = 'OUT' "
                + "AND state = 'READY' AND partner = ? AND due_at <= ?) "
                + "UNION ALL SELECT 'SENDING' FROM DUAL WHERE EXISTS (SELECT 1 FROM exchange_message "
                + "WHERE direction = 'OUT' AND state = 'SENDING' AND partner = ? AND lease_until < ?)",
            String.class,
            partner.id(),
            now,
            partner.id(),
            now);
    if (states.contains("SENDING")) {
      jdbc.update(
          "UPDATE exchange_message SET state = 'READY', lease_until = NULL "
              + "WHERE direction = 'OUT' AND state = 'SENDING' AND partner = ? AND lease_until < ?",
          partner.id(),
          now);
    }
    return !states.isEmpty();
  }

  private Batch take(Partner partner, int most) {
    Budget.Slots slots = budget.slots(partner, most);
    if (slots.number() == 0) {
      return new Batch(List.of(), slots);
    }
    Instant now = clock.instant();
    Instant until =
        now.plus(limits.of(partner).deadline()).plus(MARGIN).truncatedTo(ChronoUnit.MILLIS);
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
    CLAIMED.write(
        jdbc, batch.stream().map(Stored::id).toList(), Timestamp.from(until), Timestamp.from(now));
    budget.spend(slots, batch.size());
    return new Batch(batch, slots);
  }

  private static boolean othersPass(Timestamp triedAt, Instant wellAt) {
    return wellAt != null && (triedAt == null || wellAt.isAfter(triedAt.toInstant()));
  }

  /**
   * What was sent is sent, whoever claims it by now; anything else only we may say who claim it.
   */
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
    inbox.expect(results);
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
