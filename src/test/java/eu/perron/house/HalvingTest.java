package eu.perron.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.PerronTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is set aside when a batch fails. */
class HalvingTest extends PerronTest {
  @Autowired private Halving halving;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private DataSource database;
  private final List<String> done = new ArrayList<>();
  private final List<String> setAside = new ArrayList<>();

  @Test
  void theOneThatFailsStandsAloneAndTheRestIsDone() {
    halving.each(
        List.of("a", "b", "c", "d", "e"),
        batch -> {
          if (batch.contains("d")) {
            jdbc.update("INSERT INTO exchange_partner (partner) VALUES ('bpost')");
          }
          done.addAll(batch);
        },
        (culprit, why) -> setAside.add(culprit));
    assertThat(setAside).containsExactly("d");
    assertThat(done).containsExactly("a", "b", "c", "e");
  }

  @Test
  void nobodyIsSetAsideWhenTheDatabaseIsGone() {
    assertThatThrownBy(
            () ->
                halving.each(
                    List.of("a"),
                    batch -> {
                      cutOwnConnection();
                      // The server ends it by and by: at the latest while it sleeps.
                      jdbc.queryForObject("SELECT SLEEP(5)", Integer.class);
                      jdbc.queryForObject("SELECT 1", Integer.class);
                    },
                    (culprit, why) -> setAside.add(culprit + ": " + why)))
        .as("%s", setAside)
        .satisfies(why -> assertThat(DatabaseGone.explains(why)).isTrue());
    assertThat(setAside).isEmpty();
  }

  @Test
  void aConnectionThatThePoolTookAwayIsALostOne() throws SQLException {
    Connection taken = jdbc.getDataSource().getConnection();
    taken.close();

    assertThatThrownBy(() -> taken.prepareStatement("SELECT 1"))
        .satisfies(why -> assertThat(DatabaseGone.explains(why)).isTrue());
  }

  private void cutOwnConnection() {
    Long own = jdbc.queryForObject("SELECT CONNECTION_ID()", Long.class);
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("KILL " + own);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
