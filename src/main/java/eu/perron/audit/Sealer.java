package eu.perron.audit;

import eu.perron.house.KeyedRows;
import eu.perron.house.MultiRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every written entry its number and its place in the chain, one node at a time, and anchors
 * the end of the chain outside the database. The order of the chain is the order of sealing: an
 * entry of a slow transaction comes when it is seen.
 */
@Component
class Sealer {
  private static final Logger log = LoggerFactory.getLogger(Sealer.class);
  private static final int BATCH = 2000;
  private static final MultiRow ENTRIES =
      MultiRow.of(
          "INSERT INTO audit_entry",
          "number, at, who, kind, act, about, thing, rule, before_state, after_state, mac, previous,"
              + " hash");
  private static final KeyedRows SEALED = KeyedRows.delete("audit_waiting", "id");
  private static final int ROUNDS_AT_ONCE = 50;
  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditKey key;
  private final AnchorFile anchors;
  private final Audit audit;
  private final AuditSettings settings;
  private final Clock clock;
  private Instant told = Instant.MIN;
  private long toldNumber;
  private boolean begun;
  private volatile String trouble;

  Sealer(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      AuditKey key,
      AnchorFile anchors,
      Audit audit,
      AuditSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.key = key;
    this.anchors = anchors;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  private record Waiting(long id, Written entry, byte[] mac) {}

  @Scheduled(fixedDelayString = "${perron.audit.seal-every:1000}")
  synchronized void round() {
    if (!settings.kept()) {
      return;
    }
    if (!begun) {
      anchor(); // the beginning, or what a crash left without an anchor
      begun = true;
    }
    int sealed = BATCH;
    for (int i = 0; i < ROUNDS_AT_ONCE && sealed == BATCH; i++) {
      sealed = transaction.execute(running -> sealBatch());
    }
    anchor();
  }

  /** What was written in the last second before the node stops is sealed as well. */
  @jakarta.annotation.PreDestroy
  void lastRound() {
    try {
      round();
    } catch (RuntimeException tooLate) {
      log.debug("The last entries are sealed by the next node that starts", tooLate);
    }
  }

  private int sealBatch() {
    Head head = Verification.head(jdbc, true);
    if (head == null) {
      restoreHead();
      return 0;
    }
    List<Waiting> batch = waiting();
    if (batch.isEmpty()) {
      return 0;
    }
    long number = Math.max(head.number(), lastNumber());
    lookForDamage(head, number);
    byte[] hash = head.hash();
    List<Object[]> rows = new ArrayList<>(batch.size());
    for (Waiting one : batch) {
      Link link = Link.after(hash, ++number, one.entry().bytes(), one.mac());
      rows.add(row(link, one.entry()));
      hash = link.hash();
    }
    ENTRIES.write(jdbc, rows, row -> row);
    SEALED.write(jdbc, batch.stream().map(Waiting::id).toList());
    jdbc.update(
        "UPDATE audit_head SET number = ?, hash = ?, mac = ? WHERE one = 1",
        number,
        hash,
        key.macOfHead(number, hash));
    return batch.size();
  }

  /** Another node is at it; or somebody took the row away, and the chain goes on all the same. */
  private void restoreHead() {
    if (Verification.head(jdbc, false) == null) {
      long last = lastNumber();
      jdbc.update(
          "INSERT IGNORE INTO audit_head (one, number, hash) VALUES (1, ?, ?)",
          last,
          last == 0 ? Link.start() : hashOf(last));
    }
  }

  /** Sealing goes on after a damage: what happens meanwhile must not be lost, too. */
  private void lookForDamage(Head head, long lastNumber) {
    boolean marked =
        head.isUntouched() || AuditKey.same(key.macOfHead(head.number(), head.hash()), head.mac());
    boolean sameEnd =
        head.number() == 0 ? lastNumber == 0 : Arrays.equals(hashOf(lastNumber), head.hash());
    if (!marked || !sameEnd) {
      trouble(
          "the head says entry %d, the last entry is %d%s"
              .formatted(
                  head.number(), lastNumber, marked ? "" : ", and the head bears no mark of ours"));
    }
  }

  private List<Waiting> waiting() {
    return jdbc.query(
        "SELECT * FROM audit_waiting ORDER BY id LIMIT " + BATCH,
        (row, n) -> new Waiting(row.getLong("id"), Verification.written(row), row.getBytes("mac")));
  }

  private long lastNumber() {
    Long last = jdbc.queryForObject("SELECT MAX(number) FROM audit_entry", Long.class);
    return last == null ? 0 : last;
  }

  private byte[] hashOf(long number) {
    return jdbc
        .query("SELECT hash FROM audit_entry WHERE number = ?", (row, n) -> row.getBytes(1), number)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static Object[] row(Link link, Written entry) {
    List<Object> values = new ArrayList<>();
    values.add(link.number());
    values.addAll(entry.columns());
    values.addAll(List.of(link.mac(), link.previous(), link.hash()));
    return values.toArray();
  }

  /** After the commit: an anchor never knows more than the database. */
  private void anchor() {
    Head head = Verification.head(jdbc, false);
    AnchorFile.Added added = anchors.add(head.number(), head.hash());
    if (added.begun()) {
      audit.record(
          Entry.of(Act.ANCHORS_BEGUN)
              .by(Audit.THE_PROGRAM)
              .on("anchors")
              .after(Map.of("number", head.number())));
    }
    Head now = Verification.head(jdbc, false);
    Anchor last = added.last();
    if (now.number() < last.number()
        || now.number() == last.number() && !Arrays.equals(now.hash(), last.hash())) {
      trouble(
          "the anchors know entry %d, the chain ends at %d".formatted(last.number(), now.number()));
    }
    tell(now);
  }

  /** Said at once, and written down once. */
  private void trouble(String what) {
    if (!what.equals(trouble)) {
      trouble = what;
      log.error("The audit trail is not as it was sealed, verify it: {}", what);
      audit.record(
          Entry.of(Act.DAMAGE_SEEN).by(Audit.THE_PROGRAM).on("head").after(Map.of("what", what)));
    }
  }

  /** What this node saw at the end of the chain that should not be; empty: nothing. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** So that whoever keeps our log has the ends of the chain, too. */
  private void tell(Head head) {
    Instant now = clock.instant();
    if (head.number() != toldNumber && now.isAfter(told.plus(TOLD_EVERY))) {
      log.info("Audit trail: entry {}, {}", head.number(), HexFormat.of().formatHex(head.hash()));
      told = now;
      toldNumber = head.number();
    }
  }
}
