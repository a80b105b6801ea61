package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.PerronTest;
import eu.perron.connectors.SickPartner;
import eu.perron.connectors.SickPartner.Manner;
import eu.perron.trade.Ids;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A partner that is ill, in every way a line can be: what waits is not lost, doubled or given up.
 */
class SickPartnerTest extends PerronTest {
  private static final Partner GLS = Partner.GLS;
  private static final int LINES = 4;
  @Autowired private Dispatch dispatch;
  @Autowired private PartnerHealth health;
  @Autowired private CamelContext camel;
  @Autowired private JdbcTemplate jdbc;
  private SickPartner partner;

  @BeforeEach
  void onTheLine() throws Exception {
    partner = new SickPartner(camel, "gls.test");
    health.circuit(GLS).reset();
  }

  @AfterEach
  void hangUp() throws Exception {
    partner.close();
    drive();
    health.circuit(GLS).reset();
    jdbc.update("DELETE FROM exchange_message WHERE partner = 'gls'");
  }

  @Test
  void twoDaysOfOutageEndWithAllSentOldestFirstAndNothingParked() {
    List<String> bodies = IntStream.range(0, 40).mapToObj(i -> "letter-%02d".formatted(i)).toList();
    bodies.forEach(this::waiting);
    partner.is(Manner.REFUSES_THE_LINE);
    drive();
    assertThat(health.state(GLS)).isEqualTo("OPEN");
    for (int hour = 0; hour < 48; hour++) {
      clock.pass(Duration.ofHours(1));
      health.circuit(GLS).transitionToHalfOpenState();
      drive();
    }
    assertThat(states()).containsOnly("READY");
    assertThat(largest("attempts")).isGreaterThan(3);
    assertThat(largest("faults")).isLessThanOrEqualTo(1);

    partner.is(Manner.WELL);
    clock.pass(Duration.ofMinutes(1));
    health.circuit(GLS).transitionToHalfOpenState();
    drive();
    assertThat(states()).containsOnly("SENT");
    List<String> rest = partner.bodies().subList(3, 40);
    List<String> inOrder = rest.stream().sorted().toList();
    for (int place = 0; place < rest.size(); place++) {
      // What is on a slow line is overtaken by a few that left after it.
      assertThat(Math.abs(inOrder.indexOf(rest.get(place)) - place)).isLessThan(3 * LINES);
    }
    assertThat(partner.bodies()).containsExactlyInAnyOrderElementsOf(bodies);
  }

  @Test
  void whileItIsIllNothingIsSent() {
    for (Manner illness :
        List.of(
            Manner.BUSY,
            Manner.TALKS_GARBAGE,
            Manner.ANSWERS_FOR_ANOTHER,
            Manner.DOES_NOT_KNOW_US,
            Manner.DRIBBLES)) {
      health.circuit(GLS).reset();
      partner.is(illness);
      IntStream.range(0, 12).forEach(i -> waiting(illness + "-" + i));
      clock.pass(Duration.ofHours(1));
      drive();
      assertThat(health.state(GLS)).as("%s", illness).isEqualTo("OPEN");
      int heard = partner.heard().size();
      clock.pass(Duration.ofHours(1));
      assertThat(dispatch.sendDue(GLS)).isFalse();
      assertThat(partner.heard()).hasSize(heard);
    }
    assertThat(states()).containsOnly("READY");
  }

  @Test
  void aMessageNobodyCanTakeIsParkedAndHoldsUpNobody() {
    partner.is(body -> body.equals("poison") ? Manner.BUSY : Manner.WELL);
    waiting("poison");
    for (int round = 0; round < 20; round++) {
      drive();
      clock.pass(Duration.ofSeconds(10));
      // So many that two failures among them never look like illness, whatever ends first.
      IntStream.range(0, 8).forEach(i -> waiting("good"));
      drive();
      assertThat(stateOf("good")).containsOnly("SENT");
      clock.pass(Duration.ofMinutes(7));
    }
    assertThat(stateOf("poison")).containsExactly("PARKED");
    // Fifteen count; those in between, when nobody else had passed, do not.
    assertThat(partner.bodies().stream().filter("poison"::equals).count()).isBetween(15L, 20L);
    assertThat(health.state(GLS)).isEqualTo("CLOSED");
  }

  @Test
  void aGoodAnswerDoesNotWaitForAHangingOne() {
    partner.is(body -> body.startsWith("hang") ? Manner.HANGS : Manner.WELL);
    waiting("hang");
    IntStream.range(0, 10).forEach(i -> waiting("good"));
    Instant before = clock.instant();
    while (!stateOf("good").stream().allMatch("SENT"::equals)) {
      assertThat(dispatch.sendDue(GLS)).isTrue();
    }
    assertThat(stateOf("hang")).containsExactly("SENDING");
    assertThat(
            jdbc.queryForObject(
                    "SELECT lease_until FROM exchange_message WHERE partner = 'gls' AND state = 'SENDING'",
                    Timestamp.class)
                .toInstant())
        .isAfter(before.plusSeconds(15));
    drive();
    assertThat(stateOf("hang")).containsExactly("READY");
  }

  @Test
  void threadsAndConnectionsAreFreeAgainAtTheDeadline() {
    for (int round = 0; round < 3; round++) {
      health.circuit(GLS).reset();
      partner.is(round == 1 ? Manner.HANGS : Manner.DRIBBLES);
      IntStream.range(0, 8).forEach(i -> waiting("slow"));
      clock.pass(Duration.ofHours(1));
      long from = System.nanoTime();
      drive();
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(8));
    }
    await().untilAsserted(() -> assertThat(partner.lines()).isZero());
    assertThat(threads("line-gls")).isLessThanOrEqualTo(LINES);
    assertThat(dispatch.busy(GLS)).isZero();
    assertThat(problems()).containsOnly("no full answer within 1 s");
  }

  @Test
  void anAnswerWithoutEndIsCut() {
    partner.is(Manner.NEVER_ENDS);
    waiting("question");
    drive();
    assertThat(
            jdbc.queryForObject(
                "SELECT problem FROM exchange_message WHERE partner = 'gls'", String.class))
        .matches(".*(longer than 16 MB|no full answer).*");
    await().untilAsserted(() -> assertThat(partner.lines()).isZero());
  }

  @Test
  void aRefusalIsParkedAtOnceAndIsNoSignOfIllness() {
    partner.is(Manner.WILL_NOT_TAKE_IT);
    IntStream.range(0, 8).forEach(i -> waiting("refused-" + i));
    // A route that has just been opened may turn the first away: that one goes again.
    await()
        .untilAsserted(
            () -> {
              drive();
              clock.pass(Duration.ofSeconds(2));
              assertThat(states()).as("%s", problems()).containsOnly("PARKED");
            });
    assertThat(health.state(GLS)).isEqualTo("CLOSED");
  }

  @Test
  void whatAnotherNodeClaimsByNowIsLeftToIt() {
    partner.is(Manner.HANGS);
    waiting("slow");
    assertThat(dispatch.sendDue(GLS)).isTrue();
    Timestamp theirs = Timestamp.from(clock.instant().plusSeconds(500));
    jdbc.update("UPDATE exchange_message SET lease_until = ? WHERE partner = 'gls'", theirs);
    drive();
    assertThat(stateOf("slow")).containsExactly("SENDING");
    jdbc.update("UPDATE exchange_message SET state = 'READY' WHERE partner = 'gls'");
  }

  @Test
  void whoComesBackIsTriedByAFew() {
    IntStream.range(0, 20).forEach(i -> waiting("letter"));
    partner.is(Manner.BUSY);
    health.circuit(GLS).transitionToOpenState();
    health.circuit(GLS).transitionToHalfOpenState();
    drive();
    assertThat(partner.heard()).hasSize(3);
    assertThat(health.circuit(GLS).getState()).isEqualTo(State.OPEN);
  }

  @Test
  void callsOverTlsKeepToTheSameRules() {
    assertThat(camel.getComponent("https", HttpComponent.class).getHttpClientConfigurer())
        .isNotNull()
        .isSameAs(camel.getComponent("http", HttpComponent.class).getHttpClientConfigurer());
  }

  private void drive() {
    while (dispatch.sendDue(GLS)) {
      // goes round as the relay does
    }
  }

  private void waiting(String body) {
    String id = Ids.next();
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.update(
        "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, state, "
            + "due_at, created_at) VALUES (?, 'OUT', 'gls', 'test', ?, 'text/plain', ?, 'READY', ?, ?)",
        id,
        id,
        body,
        now,
        now);
  }

  private List<String> states() {
    return jdbc.queryForList(
        "SELECT state FROM exchange_message WHERE partner = 'gls'", String.class);
  }

  private List<String> problems() {
    return jdbc.queryForList(
        "SELECT DISTINCT problem FROM exchange_message WHERE partner = 'gls' AND attempts > 0",
        String.class);
  }

  private List<String> stateOf(String body) {
    return jdbc.queryForList(
        "SELECT state FROM exchange_message WHERE partner = 'gls' AND body = ?",
        String.class,
        body);
  }

  private int largest(String column) {
    return jdbc.queryForObject(
        "SELECT MAX(" + column + ") FROM exchange_message WHERE partner = 'gls'", Integer.class);
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }
}
