package eu.perron.house;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.PerronTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is changed by key, and that nothing else is touched or locked. */
class KeyedRowsTest extends PerronTest {
  private static final KeyedRows PAID =
      KeyedRows.update("keyed", "id", "state = ?, times = times + 1");

  @Autowired private JdbcTemplate jdbc;
  @Autowired private DataSource database;

  @BeforeEach
  void aSmallTable() {
    jdbc.execute(
        "CREATE OR REPLACE TABLE keyed (id CHAR(1) PRIMARY KEY, state VARCHAR(9) NOT NULL,"
            + " times INT NOT NULL DEFAULT 0, who VARCHAR(9) NULL) ENGINE=InnoDB");
    for (String id : List.of("a", "b", "c", "d")) {
      jdbc.update("INSERT INTO keyed (id, state) VALUES (?, 'NEW')", id);
    }
  }

  @AfterEach
  void isGone() {
    jdbc.execute("DROP TABLE keyed");
  }

  @Test
  void theNamedRowsGetTheSame() {
    PAID.write(jdbc, List.of("c", "a", "x"), "PAID");

    assertThat(rows()).containsExactly("a PAID 1 -", "b NEW 0 -", "c PAID 1 -", "d NEW 0 -");
  }

  @Test
  void eachGetsItsOwn() {
    PAID.each("who").writeEach(jdbc, Map.of("a", "Ann", "d", "Dirk"), "PAID");

    assertThat(rows()).containsExactly("a PAID 1 Ann", "b NEW 0 -", "c NEW 0 -", "d PAID 1 Dirk");
  }

  @Test
  void onlyThoseThatFulfilTheCondition() {
    jdbc.update("UPDATE keyed SET state = 'OLD' WHERE id = 'a'");

    PAID.where("state <> 'OLD'").write(jdbc, List.of("a", "b"), "PAID");

    assertThat(rows()).containsExactly("a OLD 0 -", "b PAID 1 -", "c NEW 0 -", "d NEW 0 -");
  }

  @Test
  void theNamedRowsAreRemoved() {
    KeyedRows.delete("keyed", "id").write(jdbc, List.of("b", "c"));

    assertThat(rows()).containsExactly("a NEW 0 -", "d NEW 0 -");
  }

  @Test
  void nobodyIsNobody() {
    PAID.write(jdbc, List.of(), "PAID");

    assertThat(rows()).containsExactly("a NEW 0 -", "b NEW 0 -", "c NEW 0 -", "d NEW 0 -");
  }

  /** The server would rather read all four, and then wait for the one that another holds. */
  @Test
  void whatAnotherHoldsDoesNotHinder() throws SQLException {
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      try (PreparedStatement held =
          other.prepareStatement("SELECT * FROM keyed WHERE id = 'b' FOR UPDATE")) {
        held.executeQuery();
      }

      PAID.write(jdbc, List.of("a", "c", "d"), "PAID");
      KeyedRows.delete("keyed", "id").write(jdbc, List.of("a", "c", "d"));

      other.rollback();
      other.setAutoCommit(true);
    }
    assertThat(rows()).containsExactly("b NEW 0 -");
  }

  private List<String> rows() {
    return jdbc.queryForList(
        "SELECT CONCAT_WS(' ', id, state, times, COALESCE(who, '-')) FROM keyed ORDER BY id",
        String.class);
  }
}
