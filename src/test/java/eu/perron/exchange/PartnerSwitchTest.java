package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import eu.perron.Visitor;
import eu.perron.trade.Ids;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person says that a partner is down, and nothing more is taken for it. */
class PartnerSwitchTest extends PerronTest {
  private static final Partner PARTNER = Partner.HUB_SORTER;
  @Autowired private PartnerSwitch switches;
  @Autowired private Dispatch dispatch;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private PlatformTransactionManager transactions;

  @AfterEach
  void back() {
    switches.declareUp(PARTNER, "test");
    jdbc.update("DELETE FROM exchange_message WHERE partner = ?", PARTNER.id());
  }

  @Test
  void theFirstWhoDeclaresItDownIsRemembered() {
    assertThat(switches.declareDown(PARTNER, "anna", "belt broken")).isTrue();
    assertThat(switches.declareDown(PARTNER, "bert", "I say so too")).isFalse();
    assertThat(switches.down(PARTNER))
        .hasValueSatisfying(
            down -> {
              assertThat(down.who()).isEqualTo("anna");
              assertThat(down.why()).isEqualTo("belt broken");
              assertThat(down.since()).isBeforeOrEqualTo(clock.instant());
            });
    assertThat(switches.isDeclaredDown(Partner.GLS)).isFalse();
    assertThat(switches.declareUp(PARTNER, "anna")).isTrue();
    assertThat(switches.declareUp(PARTNER, "anna")).isFalse();
  }

  @Test
  void nothingIsTakenForAPartnerThatIsDown() {
    String id = waiting();
    switches.declareDown(PARTNER, "anna", "belt broken");
    assertThat(dispatch.sendDue(PARTNER)).isFalse();
    assertThat(stateOf(id)).isEqualTo("READY");
  }

  @Test
  void whoDeclaresItDownWaitsForThoseWhoAreTaking() throws Exception {
    CountDownLatch taking = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      Future<?> taker =
          others.submit(
              () ->
                  new TransactionTemplate(transactions)
                      .executeWithoutResult(
                          running -> {
                            assertThat(switches.letsGo(PARTNER)).isTrue();
                            taking.countDown();
                            await(taken);
                          }));
      await(taking);
      Future<Boolean> declarer =
          others.submit(() -> switches.declareDown(PARTNER, "anna", "belt broken"));
      Assertions.assertThatThrownBy(() -> declarer.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      taken.countDown();
      assertThat(declarer.get(5, TimeUnit.SECONDS)).isTrue();
      taker.get(5, TimeUnit.SECONDS);
    } finally {
      taken.countDown();
      others.shutdownNow();
    }
  }

  @Test
  void anOperatorDeclaresItDownAndUpWithAReason() {
    Visitor operator = new Visitor(this::url).loggedInAs("operator");
    String page = "/operations";
    operator.submit(page, page + "/partners/down", Map.of("partner", "hub-sorter", "reason", " "));
    assertThat(switches.isDeclaredDown(PARTNER)).isFalse();
    assertThat(
            operator
                .submit(
                    page,
                    page + "/partners/down",
                    Map.of("partner", "hub-sorter", "reason", "the belt <broke>"))
                .body())
        .contains("declared down", "by operator: the belt &lt;broke&gt;");
    operator.submit(page, page + "/partners/hub-sorter/up", Map.of());
    assertThat(operator.read(page)).doesNotContain("the belt");
    assertThat(
            new Visitor(this::url)
                .loggedInAs("clerk")
                .submit(
                    "/desk",
                    page + "/partners/down",
                    Map.of("partner", "gls", "reason", "mischief"))
                .statusCode())
        .isEqualTo(403);
  }

  private String waiting() {
    String id = Ids.next();
    jdbc.update(
        "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, state, "
            + "due_at, created_at) VALUES (?, 'OUT', ?, 'sort-plan', ?, 'text/plain', 'x', 'READY', '2020-01-01', "
            + "'2020-01-01')",
        id,
        PARTNER.id(),
        id);
    return id;
  }

  private String stateOf(String id) {
    return jdbc.queryForObject("SELECT state FROM exchange_message WHERE id = ?", String.class, id);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
