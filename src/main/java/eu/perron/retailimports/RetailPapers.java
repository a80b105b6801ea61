package eu.perron.retailimports;

import eu.perron.house.Confided;
import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The papers on record. All of an order are locked together, since what one says weighs on the
 * others.
 */
@Component
class RetailPapers {
  private final JdbcClient jdbc;
  private final Seal seal;

  RetailPapers(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  List<Paper> lock(String orderNumber) {
    return jdbc.sql(
            "SELECT * FROM retail_paper WHERE order_number = :order ORDER BY kind FOR UPDATE")
        .param("order", orderNumber)
        .query(this::read)
        .list();
  }

  Optional<Paper> find(String orderNumber, PaperKind kind) {
    return jdbc.sql("SELECT * FROM retail_paper WHERE order_number = :order AND kind = :kind")
        .param("order", orderNumber)
        .param("kind", kind.name())
        .query(this::read)
        .optional();
  }

  /** The order that a number of ours on a paper belongs to. */
  Optional<String> orderOf(PaperKind kind, String number) {
    return jdbc.sql("SELECT order_number FROM retail_paper WHERE kind = :kind AND number = :number")
        .param("kind", kind.name())
        .param("number", number)
        .query(String.class)
        .optional();
  }

  void save(Paper paper) {
    jdbc.sql(
            """
            INSERT INTO retail_paper (order_number, kind, revision, number, guid, state, customs_status, decided_at,
              pre_no, invt_no, reason, sent_at)
            VALUES (:order, :kind, :revision, :number, :guid, :state, :status, :decidedAt, :preNo, :invtNo, :reason,
              :sentAt)
            ON DUPLICATE KEY UPDATE revision = VALUES(revision), number = VALUES(number), guid = VALUES(guid),
              state = VALUES(state), customs_status = VALUES(customs_status), decided_at = VALUES(decided_at),
              pre_no = VALUES(pre_no), invt_no = VALUES(invt_no), reason = VALUES(reason), sent_at = VALUES(sent_at)
            """)
        .param("order", paper.orderNumber())
        .param("kind", paper.kind().name())
        .param("revision", paper.revision())
        .param("number", paper.number())
        .param("guid", paper.guid())
        .param("state", paper.state().name())
        .param("status", paper.customsStatus())
        .param("decidedAt", utc(paper.decidedAt()))
        .param("preNo", paper.preNo())
        .param("invtNo", paper.invtNo())
        .param("reason", seal.close(Confided.text(paper.said())))
        .param("sentAt", utc(paper.sentAt()))
        .update();
  }

  private Paper read(ResultSet row, int at) throws SQLException {
    return new Paper(
        row.getString("order_number"),
        PaperKind.valueOf(row.getString("kind")),
        row.getInt("revision"),
        row.getString("number"),
        row.getString("guid"),
        PaperState.valueOf(row.getString("state")),
        row.getObject("customs_status", Integer.class),
        instant(row, "decided_at"),
        row.getString("pre_no"),
        row.getString("invt_no"),
        Confided.of(seal.openText(row.getBytes("reason"))),
        instant(row, "sent_at"));
  }

  static LocalDateTime utc(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime kept = row.getObject(column, LocalDateTime.class);
    return kept == null ? null : kept.toInstant(ZoneOffset.UTC);
  }
}
