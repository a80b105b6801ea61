package eu.perron.freight;

import eu.perron.freight.FilingAmendment.State;
import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Amendments of entry summaries, on record. Whoever writes holds the lock of their consignment. */
@Component
class FilingAmendmentsKept {
  private final JdbcClient jdbc;
  private final Seal seal;

  FilingAmendmentsKept(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Oldest first. */
  List<FilingAmendment> of(String orderNumber) {
    return jdbc.sql("SELECT * FROM freight_amendment WHERE order_number = :order ORDER BY number")
        .param("order", orderNumber)
        .query(this::read)
        .list();
  }

  /** Only the last can be open: nobody asks again before it is answered. */
  Optional<FilingAmendment> open(String orderNumber) {
    return jdbc.sql(
            "SELECT * FROM freight_amendment WHERE order_number = :order AND state = 'ASKED'")
        .param("order", orderNumber)
        .query(this::read)
        .optional();
  }

  void insert(FilingAmendment asked) {
    jdbc.sql(
            """
            INSERT INTO freight_amendment
              (order_number, number, particulars, security_before, state, asked_at, asked_by)
            VALUES (:order, :number, :particulars, :before, :state, :askedAt, :askedBy)\
            """)
        .param("order", asked.orderNumber())
        .param("number", asked.number())
        .param("particulars", seal.closeDocument(asked.to()))
        .param("before", asked.securityBefore().name())
        .param("state", asked.state().name())
        .param("askedAt", Utc.of(asked.askedAt()))
        .param("askedBy", asked.askedBy())
        .update();
  }

  void decide(FilingAmendment asked, State state, Instant at, String answer) {
    jdbc.sql(
            "UPDATE freight_amendment SET state = :state, decided_at = :at, answer = :answer "
                + "WHERE order_number = :order AND number = :number")
        .param("state", state.name())
        .param("at", Utc.of(at))
        .param("answer", seal.close(answer))
        .param("order", asked.orderNumber())
        .param("number", asked.number())
        .update();
  }

  /** Should the amendment be refused, the house counts as assessed. */
  void assessedMeanwhile(FilingAmendment asked) {
    jdbc.sql(
            "UPDATE freight_amendment SET security_before = 'ASSESSED' "
                + "WHERE order_number = :order AND number = :number")
        .param("order", asked.orderNumber())
        .param("number", asked.number())
        .update();
  }

  private FilingAmendment read(ResultSet row, int at) throws SQLException {
    return new FilingAmendment(
        row.getString("order_number"),
        row.getInt("number"),
        seal.openDocument(row.getBytes("particulars"), Particulars.class),
        House.Security.valueOf(row.getString("security_before")),
        State.valueOf(row.getString("state")),
        Utc.read(row, "asked_at"),
        row.getString("asked_by"),
        row.getObject("decided_at") == null ? null : Utc.read(row, "decided_at"),
        seal.openText(row.getBytes("answer")));
  }
}
