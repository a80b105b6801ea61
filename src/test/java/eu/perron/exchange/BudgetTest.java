package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import eu.perron.connectors.SickPartner;
import eu.perron.trade.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** So many calls a second, whoever makes them. */
class BudgetTest extends PerronTest {
  private static final int A_SECOND = 20;
  @Autowired private Dispatch dispatch;
  @Autowired private CamelContext camel;
  @Autowired private JdbcTemplate jdbc;

  @AfterEach
  void clear() {
    jdbc.update("DELETE FROM exchange_message WHERE partner = 'dpd'");
  }

  @Test
  void noSecondHoldsMoreCallsThanAreGranted() throws Exception {
    for (int i = 0; i < 50; i++) {
      waiting();
    }
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try (SickPartner partner = new SickPartner(camel, "dpd.test")) {
      Callable<Void> node =
          () -> {
            while (sent() < 50) {
              dispatch.sendDue(Partner.DPD);
            }
            return null;
          };
      for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
        done.get();
      }
      long[] at = partner.heard().stream().mapToLong(SickPartner.Heard::atNanos).sorted().toArray();
      assertThat(at).hasSize(50);
      // Calls leave evenly; on the way to the partner's door they lose a few milliseconds.
      for (int i = 0; i + A_SECOND < at.length; i++) {
        assertThat(Duration.ofNanos(at[i + A_SECOND] - at[i]))
            .isGreaterThan(Duration.ofMillis(800));
      }
      assertThat(Duration.ofNanos(at[49] - at[0])).isGreaterThan(Duration.ofMillis(2300));
      assertThat(Duration.ofNanos(at[49] - at[0])).isLessThan(Duration.ofSeconds(5));
    } finally {
      nodes.shutdownNow();
    }
  }

  private long sent() {
    return jdbc.queryForObject(
        "SELECT COUNT(*) FROM exchange_message WHERE partner = 'dpd' AND state = 'SENT'",
        Long.class);
  }

  private void waiting() {
    String id = Ids.next();
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.update(
        "INSERT INTO exchange_message (id, direction, partner, operation, message_key, content_type, body, state, "
            + "due_at, created_at) VALUES (?, 'OUT', 'dpd', 'test', ?, 'text/plain', 'x', 'READY', ?, ?)",
        id,
        id,
        now,
        now);
  }
}
