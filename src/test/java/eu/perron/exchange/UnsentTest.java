package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import eu.perron.house.Seal;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A letter is sent or withdrawn, never both: two nodes, a post room and two clerks at the same rows
 * of the real database.
 */
class UnsentTest extends PerronTest {
  private static final Partner PARTNER = Partner.POSTNL;
  private static final String OPERATION = "test-of-withdrawal";
  private static final Duration PAST_EVERY_LEASE = Duration.ofMinutes(10);

  @Autowired private Outbox outbox;
  @Autowired private PostRoom postRoom;
  @Autowired private Unsent unsent;
  @Autowired private DeadLetters deadLetters;
  @Autowired private Inbox inbox;
  @Autowired private PartnerSwitch switches;
  @Autowired private PartnerLimits limits;
  @Autowired private Budget budget;
  @Autowired private Attempts attempts;
  @Autowired private Seal seal;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private PlatformTransactionManager transactions;
  private final Set<String> arrived = new ConcurrentSkipListSet<>();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final List<Dispatch> nodes = new ArrayList<>();

  /** Writes the keys of its letters, as many in a message as it is told to. */
  private record Keys(int lettersPerMessage) implements Composer {
    @Override
    public Partner partner() {
      return PARTNER;
    }

    @Override
    public String operation() {
      return OPERATION;
    }

    @Override
    public OutgoingMessage compose(List<PostedLetter> letters) {
      String keys = String.join(",", letters.stream().map(PostedLetter::key).toList());
      return new OutgoingMessage(
          PARTNER, OPERATION, keys, "text/plain", keys.getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void empty() {
    people.shutdownNow();
    nodes.forEach(Dispatch::hangUp);
    switches.declareUp(PARTNER, "test");
    jdbc.update("DELETE FROM exchange_letter WHERE partner = ?", PARTNER.id());
    jdbc.update("DELETE FROM exchange_message WHERE partner = ?", PARTNER.id());
  }

  @RepeatedTest(8)
  void whoeverComesFirstHasItAndNobodyHasItTwice(RepetitionInfo round) throws Exception {
    List<String> keys = posted("R" + round.getCurrentRepetition() + "-", 150);
    Random random = new Random(round.getCurrentRepetition());
    Set<String> tried = new ConcurrentSkipListSet<>();
    Transport unsteady =
        message -> {
          int whim = tried.add(message.key()) ? random.nextInt(8) : 8;
          if (whim == 0) {
            throw new PartnerNotReached("no line", null);
          }
          arrived.add(message.key());
          if (whim == 1) {
            throw new PartnerUnavailable("it arrived, its answer did not", null);
          }
          return Reply.NONE;
        };
    Map<String, Withdrawal> said = new ConcurrentHashMap<>();
    List<Callable<Object>> all = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      Dispatch node = node(unsteady);
      all.add(
          () -> {
            while (open() > 0 && !Thread.currentThread().isInterrupted()) {
              goRound(node);
              clock.pass(Duration.ofSeconds(5));
            }
            return null;
          });
      List<String> wished = new ArrayList<>(keys);
      Collections.shuffle(wished, random);
      all.add(
          () -> {
            for (String key : wished.subList(0, wished.size() / 2)) {
              Withdrawal told = withdrawn(key);
              said.merge(key, told, (one, other) -> one == Withdrawal.WITHDRAWN ? one : other);
            }
            return null;
          });
    }
    for (Future<Object> done : people.invokeAll(all, 60, TimeUnit.SECONDS)) {
      done.get();
    }

    Set<String> onPaper = new TreeSet<>();
    said.forEach(
        (key, told) -> {
          if (told == Withdrawal.WITHDRAWN) {
            onPaper.add(key);
          }
        });
    assertThat(onPaper).isNotEmpty();
    assertThat(arrived).isNotEmpty().doesNotContainAnyElementsOf(onPaper);
    Set<String> either = new TreeSet<>(onPaper);
    either.addAll(arrived);
    assertThat(either).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(withdrawnOnRecord()).containsExactlyInAnyOrderElementsOf(onPaper);
  }

  @Test
  void aNodeThatSleptDoesNotSendWhatWasWithdrawnMeanwhile() throws Exception {
    String key = posted("S-", 1).get(0);
    compose(1);
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch wake = new CountDownLatch(1);
    Dispatch node = node(takesAll(), sleepingBeforeTheLine(asleep, wake));
    Future<?> sending = people.submit(() -> drive(node));
    await(asleep);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.LEAVING);
    assertThat(customsSays(key, false)).isEqualTo(Withdrawal.LEAVING);

    clock.pass(PAST_EVERY_LEASE);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    assertThat(customsSays(key, false)).isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.WITHDRAWN);
    wake.countDown();
    sending.get(20, TimeUnit.SECONDS);

    assertThat(arrived).isEmpty();
    assertThat(stateOf(key)).isEqualTo("WITHDRAWN");
  }

  @Test
  void whatLeftBehindOurBackStaysWithdrawnAndIsNotSentAgain() throws Exception {
    String key = posted("L-", 1).get(0);
    compose(1);
    CountDownLatch onTheLine = new CountDownLatch(1);
    CountDownLatch wake = new CountDownLatch(1);
    Dispatch node =
        node(
            message -> {
              onTheLine.countDown();
              await(wake);
              return Reply.NONE;
            });
    Future<?> sending = people.submit(() -> drive(node));
    await(onTheLine);
    clock.pass(PAST_EVERY_LEASE);
    customsSays(key, false);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.WITHDRAWN);
    wake.countDown();
    sending.get(20, TimeUnit.SECONDS);

    clock.pass(PAST_EVERY_LEASE);
    drive(node(takesAll()));
    assertThat(stateOf(key)).isEqualTo("WITHDRAWN");
    assertThat(arrived).isEmpty();
  }

  @Test
  void declaredDownOnTheWayToTheLineItStaysAndNeverLeft() throws Exception {
    String key = posted("D-", 1).get(0);
    compose(1);
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch wake = new CountDownLatch(1);
    Dispatch node = node(takesAll(), sleepingBeforeTheLine(asleep, wake));
    Future<?> sending = people.submit(() -> drive(node));
    await(asleep);
    switches.declareDown(PARTNER, "test", "no line");
    wake.countDown();
    sending.get(20, TimeUnit.SECONDS);

    assertThat(arrived).isEmpty();
    assertThat(standing(key)).isEqualTo(Unsent.Standing.HERE);
  }

  @Test
  void whatMayHaveLeftIsWithdrawnOnlyAfterThePartnerSaidItHasItNot() {
    String key = posted("U-", 1).get(0);
    compose(1);
    drive(node(broken("it hung up half-way")));

    assertThat(standing(key)).isEqualTo(Unsent.Standing.UNSURE);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    assertThat(customsSays(key, true)).isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    assertThat(standing(key)).isEqualTo(Unsent.Standing.HELD);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    clock.pass(Duration.ofSeconds(1));
    assertThat(customsSays(key, false)).isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    assertThat(standing(key)).isEqualTo(Unsent.Standing.ABSENT);

    clock.pass(PAST_EVERY_LEASE);
    drive(node(broken("it hung up again")));
    assertThat(withdrawn(key))
        .as("its word is older than the last attempt")
        .isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    clock.pass(Duration.ofSeconds(1));
    customsSays(key, false);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.WITHDRAWN);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.GONE);
  }

  @Test
  void whatFoundNoLineNeverLeft() {
    String key = posted("N-", 1).get(0);
    compose(1);
    drive(
        node(
            message -> {
              throw new PartnerNotReached("ConnectException: Connection refused", null);
            }));

    assertThat(standing(key)).isEqualTo(Unsent.Standing.HERE);
    assertThat(customsSays(key, true)).as("nothing to ask").isEqualTo(Withdrawal.GONE);
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.WITHDRAWN);
  }

  @Test
  void nothingLeadsBackFromWithdrawn() {
    String parked = posted("P-", 1).get(0);
    compose(1);
    drive(
        node(
            message -> {
              throw new PartnerRefused("HTTP 400: not today");
            }));
    assertThat(stateOf(parked)).isEqualTo("PARKED");
    String id = idOf(parked);
    deadLetters.retry(id);
    assertThat(withdrawn(parked))
        .as("tried again, but it was sent before")
        .isEqualTo(Withdrawal.MAY_HAVE_LEFT);
    customsSays(parked, false);
    assertThat(withdrawn(parked)).isEqualTo(Withdrawal.WITHDRAWN);

    assertThat(deadLetters.retry(id)).isFalse();
    assertThat(deadLetters.retryAll(PARTNER)).isZero();
    assertThat(deadLetters.discard(id, "who")).isFalse();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            running -> outbox.post(new Letter(PARTNER, OPERATION, parked, "P1", Map.of())));
    compose(1);
    clock.pass(PAST_EVERY_LEASE);
    drive(node(takesAll()));

    assertThat(arrived).isEmpty();
    assertThat(stateOf(parked)).isEqualTo("WITHDRAWN");
  }

  @Test
  void theOthersOfAMessageAreWrittenAnew() {
    List<String> keys = posted("M-", 3);
    compose(3);
    assertThat(withdrawn(keys.get(1))).isEqualTo(Withdrawal.WITHDRAWN);
    compose(3);
    drive(node(takesAll()));

    assertThat(arrived).containsExactly(keys.get(0) + "," + keys.get(2));
  }

  @Test
  void whatIsSentIsGone() {
    String key = posted("G-", 1).get(0);
    compose(1);
    drive(node(takesAll()));
    assertThat(withdrawn(key)).isEqualTo(Withdrawal.GONE);
    assertThat(withdrawn("never posted")).isEqualTo(Withdrawal.GONE);
  }

  private Dispatch node(Transport transport) {
    return node(transport, new SimpleMeterRegistry());
  }

  private Dispatch node(Transport transport, MeterRegistry meters) {
    PartnerHealth health = new PartnerHealth(switches, jdbc, clock);
    Dispatch node =
        new Dispatch(
            jdbc,
            inbox,
            new Delivery(List.of(), jdbc, transport, health, limits, clock, meters),
            health,
            limits,
            budget,
            attempts,
            seal,
            clock,
            transactions);
    nodes.add(node);
    return node;
  }

  /** Until it has nothing to do. */
  private static void drive(Dispatch node) {
    while (node.sendDue(PARTNER)) {
      Thread.onSpinWait();
    }
  }

  private Transport takesAll() {
    return message -> {
      arrived.add(message.key());
      return Reply.NONE;
    };
  }

  /** The call's stop-watch is the last thing a node looks at before it looks at the message. */
  private static MeterRegistry sleepingBeforeTheLine(CountDownLatch asleep, CountDownLatch wake) {
    return new SimpleMeterRegistry(
        SimpleConfig.DEFAULT,
        new Clock() {
          @Override
          public long wallTime() {
            return System.currentTimeMillis();
          }

          @Override
          public long monotonicTime() {
            if (Thread.currentThread().getName().startsWith("line-")) {
              asleep.countDown();
              await(wake);
            }
            return System.nanoTime();
          }
        });
  }

  private static Transport broken(String why) {
    return message -> {
      throw new PartnerUnavailable(why, null);
    };
  }

  private List<String> posted(String prefix, int many) {
    List<String> keys = IntStream.range(0, many).mapToObj(n -> prefix + n).toList();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            running ->
                outbox.postAll(
                    keys.stream()
                        .map(key -> new Letter(PARTNER, OPERATION, key, "P1", Map.of("key", key)))
                        .toList()));
    return keys;
  }

  private void compose(int lettersPerMessage) {
    postRoom.compose(new Keys(lettersPerMessage));
  }

  /** As the relay does: two nodes that get into each other's way try again. */
  private void goRound(Dispatch node) {
    try {
      postRoom.compose(new Keys(1));
      node.sendDue(PARTNER);
    } catch (ConcurrencyFailureException inEachOthersWay) {
      // the next round does it
    }
  }

  /** A clerk who gets into a node's way tries again. */
  private Withdrawal withdrawn(String key) {
    while (true) {
      try {
        return new TransactionTemplate(transactions)
            .execute(running -> unsent.withdrawUnsent(PARTNER, OPERATION, key));
      } catch (ConcurrencyFailureException inEachOthersWay) {
        Thread.onSpinWait();
      }
    }
  }

  private Withdrawal customsSays(String key, boolean holdsIt) {
    clock.pass(Duration.ofMillis(5));
    return unsent.partnerSaid(PARTNER, OPERATION, key, holdsIt, "anna", "desk 4");
  }

  private Unsent.Standing standing(String key) {
    return unsent.queued(PARTNER, OPERATION).stream()
        .filter(queued -> queued.key().equals(key))
        .map(Unsent.Queued::standing)
        .findFirst()
        .orElseThrow();
  }

  private int open() {
    return unsent.queued(PARTNER, OPERATION).size();
  }

  private List<String> withdrawnOnRecord() {
    return jdbc.queryForList(
        "SELECT letter_key FROM exchange_letter WHERE partner = ? AND withdrawn_at IS NOT NULL",
        String.class,
        PARTNER.id());
  }

  private String stateOf(String key) {
    return jdbc.queryForObject(
        "SELECT state FROM exchange_message WHERE id = ?", String.class, idOf(key));
  }

  private String idOf(String key) {
    return jdbc.queryForObject(
        "SELECT id FROM exchange_message WHERE partner = ? AND message_key = ?",
        String.class,
        PARTNER.id(),
        key);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
