package eu.perron.duties;

import eu.perron.trade.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The differences on record; each is told once. */
@Component
class Differences {
  private final JdbcClient jdbc;
  private final Clock clock;

  Differences(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return whether it is new
   */
  boolean put(
      Difference.Kind kind,
      String mrn,
      String lrn,
      String order,
      BigDecimal expected,
      BigDecimal found,
      String what) {
    return jdbc.sql(
                "INSERT IGNORE INTO ledger_difference (id, kind, mrn, lrn, order_number, expected,"
                    + " found, what, seen_at) VALUES (:id, :kind, :mrn, :lrn, :order, :expected,"
                    + " :found, :what, :now)")
            .param("id", Ids.next())
            .param("kind", kind.name())
            .param("mrn", mrn)
            .param("lrn", lrn)
            .param("order", order)
            .param("expected", expected)
            .param("found", found)
            .param("what", what)
            .param("now", now())
            .update()
        > 0;
  }

  List<Difference> open(int most) {
    return jdbc.sql(
            "SELECT * FROM ledger_difference WHERE decision IS NULL ORDER BY seen_at, id LIMIT"
                + " :most")
        .param("most", most)
        .query(Differences::difference)
        .list();
  }

  List<Difference> decided(int most) {
    return jdbc.sql(
            "SELECT * FROM ledger_difference WHERE decision IS NOT NULL ORDER BY decided_at DESC"
                + " LIMIT :most")
        .param("most", most)
        .query(Differences::difference)
        .list();
  }

  int countOpen() {
    return jdbc.sql("SELECT COUNT(*) FROM ledger_difference WHERE decision IS NULL")
        .query(Integer.class)
        .single();
  }

  boolean decide(String id, Difference.Decision decision, String note, String who) {
    return jdbc.sql(
                "UPDATE ledger_difference SET decision = :decision, note = :note, decided_at ="
                    + " :now, decided_by = :who WHERE id = :id AND decision IS NULL")
            .param("decision", decision.name())
            .param("note", note)
            .param("now", now())
            .param("who", who)
            .param("id", id)
            .update()
        > 0;
  }

  private static Difference difference(ResultSet row, int number) throws SQLException {
    String decision = row.getString("decision");
    return new Difference(
        row.getString("id"),
        Difference.Kind.valueOf(row.getString("kind")),
        row.getString("mrn"),
        row.getString("lrn"),
        row.getString("order_number"),
        row.getBigDecimal("expected"),
        row.getBigDecimal("found"),
        row.getString("what"),
        instant(row, "seen_at"),
        decision == null ? null : Difference.Decision.valueOf(decision),
        row.getString("note"),
        instant(row, "decided_at"),
        row.getString("decided_by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
  }
}
