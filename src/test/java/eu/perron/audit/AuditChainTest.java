package eu.perron.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.PerronTest;
import eu.perron.audit.Damage.Kind;
import eu.perron.audit.Intruder.Deed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The trail is whole while many write to it, and whatever is done to it in the database or to the
 * file of anchors is found. {@code -Dperron.audit.many=1000000} walks a million entries.
 */
@TestMethodOrder(OrderAnnotation.class)
class AuditChainTest extends PerronTest {
  private static final long SEED = Long.getLong("perron.audit.seed", 20261122L);
  private static final int DAMAGES = 1000;
  private static final int LONG_ENOUGH = 1500;
  private static final int MANY = Integer.getInteger("perron.audit.many", 5000);

  @Autowired private Audit audit;
  @Autowired private Sealer sealer;
  @Autowired private Verification verification;
  @Autowired private AuditSettings settings;
  @Autowired private AuditKey key;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private PlatformTransactionManager transactions;

  @Value("${perron.data-dir}")
  private String dataDir;

  @TempDir private Path folder;

  @Test
  void theTrailIsWholeAtEveryMomentWhileManyWrite() throws Exception {
    int writers = 4;
    AtomicInteger written = new AtomicInteger();
    long before = sealed();
    ExecutorService clerks = Executors.newFixedThreadPool(writers);
    List<Future<?>> working = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      Random chance = new Random(SEED + writer);
      working.add(clerks.submit(() -> write(60, chance, written)));
    }
    List<String> alarms = new ArrayList<>();
    do {
      sealer.round();
      Report report = verification.verify();
      if (!report.isWhole()) {
        alarms.add(report.text());
      }
    } while (!working.stream().allMatch(Future::isDone));
    for (Future<?> one : working) {
      one.get();
    }
    clerks.shutdown();
    allSealed();

    assertThat(alarms).isEmpty();
    assertThat(verification.verify().text()).contains("chain whole");
    assertThat(sealed() - before).isGreaterThanOrEqualTo(written.get());
    assertThat(
            jdbc.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE about LIKE 'W%'", Integer.class))
        .isEqualTo(written.get());
  }

  /** Short and long transactions, one in five of them undone. */
  private void write(int times, Random chance, AtomicInteger written) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    for (int i = 0; i < times; i++) {
      transaction.executeWithoutResult(
          running -> {
            int many = 1 + chance.nextInt(20);
            boolean undone = chance.nextInt(5) == 0;
            for (int one = 0; one < many; one++) {
              audit.record(entry(chance, "W"));
            }
            if (undone) {
              running.setRollbackOnly();
            } else {
              written.addAndGet(many);
            }
          });
    }
  }

  @Order(1) // while the trail is short
  @Test
  void aThousandRandomDamagesAreAllDetected() {
    List<Head> formerHeads = grownTo(LONG_ENOUGH);
    assertThat(verification.verify().text()).contains("chain whole");
    Random chance = new Random(SEED);
    Map<Deed, Integer> done = new EnumMap<>(Deed.class);
    List<String> unseen = new ArrayList<>();
    long entries = 0;
    long millis = 0;
    for (int i = 0; i < DAMAGES; i++) {
      Deed deed = Deed.values()[chance.nextInt(Deed.values().length)];
      List<String> what = new ArrayList<>();
      Report report =
          damaged(() -> what.add(deed.by(new Intruder(jdbc, chance, lastOfAll(), formerHeads))));
      done.merge(deed, 1, Integer::sum);
      entries += report.entries();
      millis += report.took().toMillis();
      if (report.isWhole()) {
        unseen.add(i + ": " + what);
      }
    }
    System.out.printf(
        "AUDIT %d damages of seed %d detected %d of %s; %d entries walked in %d ms, %d a second%n",
        DAMAGES, SEED, DAMAGES - unseen.size(), done, entries, millis, entries * 1000 / millis);

    assertThat(unseen).isEmpty();
    assertThat(done).hasSize(Deed.values().length);
    assertThat(verification.verify().text()).contains("chain whole");
  }

  @Test
  void theDamageIsToldWithItsPlaceAndItsKind() {
    grownTo(300);
    long last = lastOfAll();
    assertThat(damages("UPDATE audit_entry SET who = 'nobody' WHERE number = 77"))
        .containsExactly(Damage.at(Kind.CHANGED, 77));
    assertThat(damages("UPDATE audit_entry SET hash = REVERSE(hash) WHERE number = 77"))
        .containsExactly(Damage.at(Kind.HASH_CHANGED, 77));
    assertThat(damages("UPDATE audit_entry SET hash = REVERSE(hash) WHERE number = " + last))
        .containsExactly(Damage.at(Kind.HASH_CHANGED, last));
    assertThat(damages("UPDATE audit_entry SET previous = REVERSE(previous) WHERE number = 77"))
        .containsExactly(Damage.at(Kind.PREVIOUS_CHANGED, 77));
    assertThat(damages("DELETE FROM audit_entry WHERE number BETWEEN 77 AND 79"))
        .containsExactly(new Damage(Kind.MISSING, 77, 79));
    assertThat(damages("DELETE FROM audit_entry WHERE number > " + (last - 3)))
        .containsExactly(new Damage(Kind.CUT_OFF, last - 2, last));
    assertThat(
            damages(
                "UPDATE audit_entry SET number = -1 WHERE number = 80",
                "UPDATE audit_entry SET number = 80 WHERE number = 90",
                "UPDATE audit_entry SET number = 90 WHERE number = -1"))
        .contains(new Damage(Kind.MOVED, 80, 90));
    assertThat(damages("UPDATE audit_head SET hash = REVERSE(hash)"))
        .containsExactly(Damage.at(Kind.HEAD_CHANGED, last));
    assertThat(new Damage(Kind.MISSING, 77, 79)).hasToString("entries 77 to 79 are missing");
  }

  @Test
  void theFileOfAnchorsIsItselfGuarded() throws IOException {
    grownTo(300);
    for (int i = 0; i < 5; i++) {
      audit.record(entry(new Random(i), "A"));
      allSealed();
    }
    assertThat(withAnchors(lines -> lines)).isEmpty();
    assertThat(
            withAnchors(
                lines -> {
                  lines.set(3, lines.get(3).replace(' ', '\t'));
                  return lines;
                }))
        .extracting(Damage::kind)
        .contains(Kind.ANCHOR_CHANGED);
    assertThat(
            withAnchors(
                lines -> {
                  lines.remove(2);
                  return lines;
                }))
        .containsExactly(Damage.at(Kind.ANCHOR_CHANGED, 3));
    assertThat(
            withAnchors(
                lines -> {
                  Collections.swap(lines, 2, 3);
                  return lines;
                }))
        .isNotEmpty();
    assertThat(withAnchors(lines -> lines.subList(2, lines.size()))).isNotEmpty();
    assertThat(withAnchors(lines -> List.of()))
        .as("an empty file was not begun by us and is told by where the anchors begin")
        .isEmpty();
    assertThat(
            new Verification(jdbc, transactions, folder.resolve("none"), Optional.of(key))
                .verify()
                .damages())
        .extracting(Damage::kind)
        .containsExactly(Kind.ANCHORS_MISSING);
  }

  @Test
  void anEntryForgedBeforeItWasSealedIsNotTakenForOurs() {
    jdbc.update(
        "INSERT INTO audit_waiting (at, who, kind, act, about, mac) "
            + "VALUES (NOW(6), 'clerk', 'TASK', 'COMPLETED', 'FORGED', ?)",
        (Object) new byte[AuditKey.LENGTH]);
    allSealed();
    long forged =
        jdbc.queryForObject("SELECT number FROM audit_entry WHERE about = 'FORGED'", Long.class);

    assertThat(verification.verify().damages()).containsExactly(Damage.at(Kind.NOT_OURS, forged));

    // the trail of this program is shared by other tests: here ends what no program can do
    synchronized (sealer) {
      jdbc.update("DELETE FROM audit_entry WHERE number >= ?", forged);
      begunAnew(forged - 1);
    }
    assertThat(verification.verify().text()).contains("chain whole");
  }

  @Test
  void theCommandVerifiesBesideTheRunningProgram() {
    allSealed();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        VerifyAudit.run(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            "--verify-audit",
            "--perron.data-dir=" + dataDir);

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("chain whole");
    assertThat(code).isEqualTo(VerifyAudit.WHOLE);
    assertThat(VerifyAudit.run(new PrintStream(said), "--perron.data-dir=" + folder))
        .isEqualTo(VerifyAudit.NOT_VERIFIED);
  }

  @Test
  void manyEntriesAreWalkedInOnePass() {
    long before = sealed();
    Random chance = new Random(SEED);
    long begun = System.nanoTime();
    for (int i = 0; i < MANY; i += 1000) {
      audit.record(java.util.stream.Stream.generate(() -> entry(chance, "M")).limit(1000).toList());
      sealer.round();
    }
    allSealed();
    long grown = System.nanoTime();
    Report report = verification.verify();
    long many = sealed() - before;
    System.out.printf(
        "AUDIT %d entries written and sealed, %d a second; %d verified in %d ms, %d a second, heap %d MB%n",
        many,
        many * 1_000_000_000 / (grown - begun),
        report.entries(),
        report.took().toMillis(),
        report.entries() * 1000 / Math.max(1, report.took().toMillis()),
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);

    assertThat(report.text()).contains("chain whole");
  }

  private static Entry entry(Random chance, String prefix) {
    return Entry.of(Act.values()[chance.nextInt(Act.values().length)])
        .by("clerk" + chance.nextInt(10))
        .about(prefix + chance.nextInt(1000))
        .on(chance.nextBoolean() ? null : "thing " + chance.nextInt(50))
        .under(chance.nextBoolean() ? null : "may-it-travel:" + chance.nextInt(9))
        .before(chance.nextBoolean() ? Map.of() : Map.of("description", "gift", "hsCode", "610910"))
        .after(Map.of("description", "silk scarf " + chance.nextInt(), "decision", "CORRECTED"));
  }

  /**
   * @return the heads it had on the way
   */
  private List<Head> grownTo(int entries) {
    Random chance = new Random(SEED);
    List<Head> heads = new ArrayList<>();
    while (sealed() < entries) {
      audit.record(java.util.stream.Stream.generate(() -> entry(chance, "G")).limit(200).toList());
      sealer.round();
      heads.add(Verification.head(jdbc, false));
    }
    for (int i = 0; i < 5; i++) {
      audit.record(entry(chance, "G"));
      sealer.round();
      heads.add(Verification.head(jdbc, false));
    }
    audit.record(entry(chance, "G"));
    allSealed();
    return heads;
  }

  private void allSealed() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              sealer.round();
              return jdbc.queryForObject("SELECT COUNT(*) FROM audit_waiting", Integer.class) == 0;
            });
  }

  private List<Damage> damages(String... statements) {
    return damaged(() -> List.of(statements).forEach(jdbc::update)).damages();
  }

  /** Damages, verifies and undoes, while the sealer is kept waiting. */
  private Report damaged(Runnable damage) {
    TransactionTemplate undone = new TransactionTemplate(transactions);
    undone.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return undone.execute(
        running -> {
          running.setRollbackOnly();
          jdbc.queryForList("SELECT number FROM audit_head FOR UPDATE");
          damage.run();
          return verification.verify();
        });
  }

  private List<Damage> withAnchors(UnaryOperator<List<String>> changed) throws IOException {
    Path other = folder.resolve("anchors.log");
    List<String> lines = new ArrayList<>(Files.readAllLines(settings.anchors()));
    Files.write(other, changed.apply(lines));
    return new Verification(jdbc, transactions, other, Optional.of(key)).verify().damages();
  }

  private void begunAnew(long last) {
    byte[] hash =
        jdbc.queryForObject("SELECT hash FROM audit_entry WHERE number = ?", byte[].class, last);
    jdbc.update(
        "UPDATE audit_head SET number = ?, hash = ?, mac = ?",
        last,
        hash,
        key.macOfHead(last, hash));
    try {
      Files.delete(settings.anchors());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    sealer.round();
  }

  private long sealed() {
    return jdbc.queryForObject("SELECT COUNT(*) FROM audit_entry", Long.class);
  }

  private long lastOfAll() {
    return jdbc.queryForObject("SELECT MAX(number) FROM audit_entry", Long.class);
  }
}
