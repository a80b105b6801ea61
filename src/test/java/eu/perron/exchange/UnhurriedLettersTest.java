package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.PerronTest;
import eu.perron.house.Seal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** While a flight lands, what customs wants goes and what a van wants waits, but not for ever. */
class UnhurriedLettersTest extends PerronTest {
  private static final Composer DECLARATION = new Plain("test-of-urgent", true);
  private static final Composer LABEL = new Plain("test-of-unhurried", false);

  @Autowired private Outbox outbox;
  @Autowired private PartnerSwitch switches;
  @Autowired private Seal seal;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private Clock clock;
  @Autowired private PlatformTransactionManager transactions;

  private record Plain(String operation, boolean isUrgent) implements Composer {
    @Override
    public Partner partner() {
      return Partner.POSTNL;
    }

    @Override
    public OutgoingMessage compose(List<PostedLetter> letters) {
      throw new AssertionError("Who looks which letters go composes none");
    }
  }

  @BeforeEach
  void oneLetterOfEach() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            running ->
                List.of(DECLARATION, LABEL)
                    .forEach(
                        composer ->
                            outbox.post(
                                new Letter(
                                    Partner.POSTNL,
                                    composer.operation(),
                                    "U1",
                                    "P26UNHURRIED",
                                    Map.of()))));
  }

  @AfterEach
  void areGone() {
    jdbc.update("DELETE FROM exchange_letter WHERE about = 'P26UNHURRIED'");
  }

  @Test
  void allGoWhileWeKeepUp() {
    assertThat(going(false, Duration.ZERO)).containsExactly(DECLARATION, LABEL);
  }

  @Test
  void theUnhurriedWaitWhileWeComeAfter() {
    assertThat(going(true, Duration.ZERO)).containsExactly(DECLARATION);
    assertThat(going(true, PostRoom.PATIENCE.minusMinutes(1))).containsExactly(DECLARATION);
  }

  @Test
  void theyHaveWaitedLongEnough() {
    assertThat(going(true, PostRoom.PATIENCE.plusMinutes(1))).containsExactly(DECLARATION, LABEL);
  }

  private List<Composer> going(boolean heavy, Duration later) {
    Clock then = Clock.offset(clock, later);
    return new PostRoom(
            jdbc,
            json,
            seal,
            then,
            switches,
            new Backlog(List.of(() -> heavy), jdbc, clock),
            transactions)
        .withLetters(Partner.POSTNL, List.of(DECLARATION, LABEL));
  }
}
