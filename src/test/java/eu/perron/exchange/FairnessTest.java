package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.perron.PerronTest;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One partner floods us; what another says is heard all the same. */
class FairnessTest extends PerronTest {
  private static final int FLOOD = 5000;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private PlatformTransactionManager transactions;

  @AfterEach
  void clear() {
    jdbc.update("DELETE FROM exchange_arrival WHERE kind = 'unheard-of'");
  }

  @Test
  void whoFloodsUsHoldsUpNobodyElse() {
    Timestamp earlier = Timestamp.from(clock.instant().minusSeconds(60));
    Timestamp now = Timestamp.from(clock.instant());
    List<Object[]> arrivals =
        Stream.concat(
                Stream.generate(() -> arrival("cainiao", earlier)).limit(FLOOD),
                Stream.of(arrival("postnl", now), arrival("dhl", now)))
            .toList();
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            running ->
                jdbc.batchUpdate(
                    "INSERT INTO exchange_arrival (id, message_id, partner, kind, arrival_key, about, content, state, "
                        + "due_at, created_at) VALUES (?, ?, ?, 'unheard-of', ?, 'X1', '{}', 'NEW', ?, ?)",
                    arrivals));
    await().pollInterval(Duration.ofMillis(5)).until(() -> waiting("postnl") + waiting("dhl") == 0);
    assertThat(waiting("cainiao")).isGreaterThan(FLOOD / 2);
  }

  private static Object[] arrival(String partner, Timestamp due) {
    String id = Ids.next();
    return new Object[] {id, id, partner, id, due, due};
  }

  private long waiting(String partner) {
    return jdbc.queryForObject(
        "SELECT COUNT(*) FROM exchange_arrival WHERE kind = 'unheard-of' AND partner = ? AND state = 'NEW'",
        Long.class,
        partner);
  }
}
