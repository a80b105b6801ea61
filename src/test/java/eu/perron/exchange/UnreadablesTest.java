package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnreadablesTest extends PerronTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private Inbox inbox;

  @BeforeEach
  void forget() {
    jdbc.sql("DELETE FROM exchange_message WHERE operation = 'nonsense'").update();
  }

  @Test
  void aFloodIsCutOffUntilTheNextHour() {
    Unreadables unreadables = new Unreadables(inbox, clock, 3);

    for (int i = 0; i < 3; i++) {
      assertThat(keep(unreadables, Partner.DHL, "nonsense " + i)).isTrue();
    }
    assertThat(keep(unreadables, Partner.DHL, "nonsense 3")).isFalse();
    assertThat(keep(unreadables, Partner.GLS, "nonsense 4")).isTrue();
    clock.pass(Duration.ofHours(1));
    assertThat(keep(unreadables, Partner.DHL, "nonsense 5")).isTrue();

    assertThat(problems()).hasSize(5);
  }

  @Test
  void ofALargeOneTheBeginningIsKeptWithSizeAndDigest() {
    byte[] large = new byte[3 * 1024 * 1024];
    new Random(1).nextBytes(large);

    new Unreadables(inbox, clock, 3)
        .keep(Partner.DHL, "nonsense", "text/plain", large, "nobody can read it");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("nobody can read it (the first 1048576 of 3145728 bytes read are kept")
        .contains(Inbox.digest(large));
  }

  @Test
  void theSameNonsenseAgainIsKeptOnce() {
    Unreadables unreadables = new Unreadables(inbox, clock, 3);

    assertThat(keep(unreadables, Partner.DHL, "a")).isTrue();
    assertThat(keep(unreadables, Partner.DHL, "a")).isTrue();

    assertThat(problems()).hasSize(1);
  }

  private static boolean keep(Unreadables unreadables, Partner partner, String text) {
    return unreadables.keep(
        partner,
        "nonsense",
        "text/plain",
        text.getBytes(StandardCharsets.UTF_8),
        "nobody can read it");
  }

  private List<String> problems() {
    return jdbc.sql("SELECT problem FROM exchange_message WHERE operation = 'nonsense'")
        .query(String.class)
        .list();
  }
}
