package eu.perron.imports;

import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The declarations on paper, as they are kept. */
@Component
class Papers {
  private static final String SELECT = "SELECT * FROM import_paper WHERE ";
  private static final int LONGEST = 1000;

  private final JdbcClient jdbc;
  private final Seal seal;

  Papers(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  void insert(ImportDeclaration declaration, String who, Instant now) {
    jdbc.sql(
            "INSERT INTO import_paper (lrn, order_number, reference, chosen_at, chosen_by) "
                + "VALUES (:lrn, :order, :reference, :now, :who)")
        .param("lrn", declaration.lrn())
        .param("order", declaration.orderNumber())
        .param("reference", declaration.paperReference())
        .param("now", Timestamp.from(now))
        .param("who", who)
        .update();
  }

  void lodged(String lrn, PaperLodging lodging, Instant now) {
    jdbc.sql(
            "UPDATE import_paper SET office = :office, lodged_at = :lodgedAt, stamped_number = :number "
                + "WHERE lrn = :lrn")
        .param("office", lodging.office())
        .param("lodgedAt", lodging.lodgedAt() == null ? null : Timestamp.from(lodging.lodgedAt()))
        .param("number", lodging.number())
        .param("lrn", lrn)
        .update();
    decided(lrn, lodging.decision(), lodging.note(), lodging.clerk(), now);
  }

  void decided(String lrn, String decision, String note, String who, Instant now) {
    jdbc.sql(
            "UPDATE import_paper SET decision = :decision, decided_at = :now, decided_by = :who, "
                + "note = COALESCE(:note, note) WHERE lrn = :lrn")
        .param("decision", decision)
        .param("now", Timestamp.from(now))
        .param("who", who)
        .param("note", seal.close(shortened(note)))
        .param("lrn", lrn)
        .update();
  }

  /** The first contradiction is kept: what came after it is in the message log. */
  void contradicted(String lrn, String what, Instant now) {
    jdbc.sql(
            "UPDATE import_paper SET contradicted_at = :now, contradiction = :what "
                + "WHERE lrn = :lrn AND contradicted_at IS NULL")
        .param("now", Timestamp.from(now))
        .param("what", seal.close(shortened(what)))
        .param("lrn", lrn)
        .update();
  }

  Optional<PaperRecord> ofLrn(String lrn) {
    return jdbc.sql(SELECT + "lrn = :lrn").param("lrn", lrn).query(this::read).optional();
  }

  /** Of an order declared on paper twice, the later one. */
  Optional<PaperRecord> of(String orderNumber) {
    return jdbc.sql(SELECT + "order_number = :order ORDER BY chosen_at DESC, lrn DESC LIMIT 1")
        .param("order", orderNumber)
        .query(this::read)
        .optional();
  }

  List<PaperRecord> contradicted(int most) {
    return jdbc.sql(
            SELECT + "contradicted_at IS NOT NULL ORDER BY contradicted_at DESC LIMIT :most")
        .param("most", most)
        .query(this::read)
        .list();
  }

  private PaperRecord read(ResultSet row, int number) throws SQLException {
    return new PaperRecord(
        row.getString("lrn"),
        row.getString("order_number"),
        row.getString("reference"),
        instant(row, "chosen_at"),
        row.getString("chosen_by"),
        row.getString("office"),
        instant(row, "lodged_at"),
        row.getString("stamped_number"),
        row.getString("decision"),
        instant(row, "decided_at"),
        seal.openText(row.getBytes("note")),
        instant(row, "contradicted_at"),
        seal.openText(row.getBytes("contradiction")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static String shortened(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
