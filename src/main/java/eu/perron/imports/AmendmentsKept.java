package eu.perron.imports;

import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests to amend, on record. Whoever writes holds the lock of their declaration. */
@Component
class AmendmentsKept {
  private final JdbcClient jdbc;
  private final Seal seal;

  AmendmentsKept(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Oldest first. */
  List<Amendment> of(String lrn) {
    return jdbc.sql("SELECT * FROM import_amendment WHERE lrn = :lrn ORDER BY number")
        .param("lrn", lrn)
        .query(this::read)
        .list();
  }

  List<Amendment> ofOrder(String orderNumber) {
    return jdbc.sql(
            "SELECT * FROM import_amendment WHERE order_number = :order ORDER BY lrn, number")
        .param("order", orderNumber)
        .query(this::read)
        .list();
  }

  void insert(Amendment asked, String orderNumber) {
    jdbc.sql(
            """
            INSERT INTO import_amendment
              (lrn, number, order_number, item, hs_code, price, reason, state, asked_at, asked_by)
            VALUES (:lrn, :number, :order, :item, :hsCode, :price, :reason, :state, :askedAt, :askedBy)\
            """)
        .param("lrn", asked.lrn())
        .param("number", asked.number())
        .param("order", orderNumber)
        .param("item", asked.item())
        .param("hsCode", asked.hsCode())
        .param("price", asked.price())
        .param("reason", seal.close(asked.reason()))
        .param("state", asked.state().name())
        .param("askedAt", LocalDateTime.ofInstant(asked.askedAt(), ZoneOffset.UTC))
        .param("askedBy", asked.askedBy())
        .update();
  }

  void decide(Amendment asked, Amendment.State state, Instant at, String answer) {
    jdbc.sql(
            "UPDATE import_amendment SET state = :state, decided_at = :at, answer = :answer "
                + "WHERE lrn = :lrn AND number = :number")
        .param("state", state.name())
        .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("answer", seal.close(answer))
        .param("lrn", asked.lrn())
        .param("number", asked.number())
        .update();
  }

  private Amendment read(ResultSet row, int number) throws SQLException {
    return new Amendment(
        row.getString("lrn"),
        row.getInt("number"),
        row.getInt("item"),
        row.getString("hs_code"),
        row.getBigDecimal("price"),
        seal.openText(row.getBytes("reason")),
        Amendment.State.valueOf(row.getString("state")),
        instant(row, "asked_at"),
        row.getString("asked_by"),
        instant(row, "decided_at"),
        seal.openText(row.getBytes("answer")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }
}
