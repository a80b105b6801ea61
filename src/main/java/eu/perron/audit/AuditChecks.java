package eu.perron.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the trail every night and when somebody asks, and remembers what was found. */
@Component
public class AuditChecks {
  private static final Logger log = LoggerFactory.getLogger(AuditChecks.class);
  private static final int LONGEST = 4000;
  private final Verification verification;
  private final Audit audit;
  private final Sealer sealer;
  private final AuditSettings settings;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "audit-verification");
            thread.setDaemon(true);
            return thread;
          });

  AuditChecks(
      Verification verification,
      Audit audit,
      Sealer sealer,
      AuditSettings settings,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.verification = verification;
    this.audit = audit;
    this.sealer = sealer;
    this.settings = settings;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * The last verification, of whichever node.
   *
   * @param words as the command prints them
   */
  public record LastCheck(
      LocalDateTime verifiedAt,
      String verifiedBy,
      long entries,
      long anchors,
      long millis,
      int damages,
      String words) {
    public boolean isWhole() {
      return damages == 0;
    }
  }

  /**
   * @param number of the last sealed entry
   * @param waiting entries not yet sealed
   * @param trouble what this node saw at the end of the chain that should not be; empty: nothing
   */
  public record Now(
      long number, long waiting, LocalDateTime oldestWaiting, Optional<String> trouble) {}

  public Now now() {
    return jdbc.queryForObject(
        "SELECT COALESCE((SELECT number FROM audit_head), 0), COUNT(*), MIN(at) FROM audit_waiting",
        (row, n) ->
            new Now(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, LocalDateTime.class),
                sealer.trouble()));
  }

  public Optional<LastCheck> last() {
    return jdbc
        .query(
            "SELECT * FROM audit_verification",
            (row, n) ->
                new LastCheck(
                    row.getObject("verified_at", LocalDateTime.class),
                    row.getString("verified_by"),
                    row.getLong("entries"),
                    row.getLong("anchors"),
                    row.getLong("millis"),
                    row.getInt("damages"),
                    row.getString("words")))
        .stream()
        .findFirst();
  }

  public boolean isRunning() {
    return running.get();
  }

  /** Begins in the background; harmless if one is under way on this node. */
  public void begin(String who) {
    if (running.compareAndSet(false, true)) {
      worker.execute(
          () -> {
            try {
              check(who);
            } catch (RuntimeException failed) {
              log.error("The audit trail could not be verified: {}", failed.toString());
            } finally {
              running.set(false);
            }
          });
    }
  }

  @Scheduled(cron = "${perron.audit.verify-at:0 23 3 * * *}")
  void everyNight() {
    if (settings.kept()) {
      begin(Audit.THE_PROGRAM);
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  Report check(String who) {
    Report report = verification.verify();
    if (report.isWhole()) {
      log.info("Audit trail: {}", report.text());
    } else {
      log.error("The audit trail is not as it was sealed: {}", report.text());
    }
    transaction.executeWithoutResult(running -> remember(report, who));
    return report;
  }

  private void remember(Report report, String who) {
    jdbc.update(
        "REPLACE INTO audit_verification (one, verified_at, verified_by, entries, anchors, millis, "
            + "damages, words) VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        who,
        report.entries(),
        report.anchors(),
        report.took().toMillis(),
        Math.min(report.found(), Integer.MAX_VALUE),
        Written.fitting(report.text(), LONGEST));
    audit.record(
        Entry.of(Act.VERIFIED)
            .by(who)
            .after(
                Map.of(
                    "entries", report.entries(),
                    "damages", report.found(),
                    "head", report.head())));
  }
}
