package eu.perron.compliance;

import eu.perron.compliance.Finding.State;
import eu.perron.house.Seal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code compliance_finding}; a finding about a party names it, so they are sealed. */
@Component
class FindingBook {
  private static final int SUBJECT = 600;
  private static final int DETAIL = 1500;
  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final Seal seal;
  private final Clock clock;

  FindingBook(JdbcClient jdbc, JdbcTemplate rows, Seal seal, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.seal = seal;
    this.clock = clock;
  }

  List<Finding> of(String orderNumber) {
    return jdbc.sql(
            "SELECT code, position, subject, detail, state, score FROM compliance_finding "
                + "WHERE order_number = :order ORDER BY id")
        .param("order", orderNumber)
        .query(
            (row, number) ->
                new Finding(
                    FindingCode.valueOf(row.getString("code")),
                    row.getObject("position", Integer.class),
                    seal.openText(row.getBytes("subject")),
                    seal.openText(row.getBytes("detail")),
                    State.valueOf(row.getString("state")),
                    row.getObject("score", Integer.class)))
        .list();
  }

  /** What is open now takes the place of what was open before. */
  void replaceOpen(String orderNumber, List<Finding> open) {
    jdbc.sql("DELETE FROM compliance_finding WHERE order_number = :order AND state = 'OPEN'")
        .param("order", orderNumber)
        .update();
    add(orderNumber, open);
  }

  void add(String orderNumber, List<Finding> open) {
    rows.batchUpdate(
        "INSERT INTO compliance_finding (order_number, position, code, subject, detail, state,"
            + " score, found_at) VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?)",
        open.stream()
            .map(
                finding ->
                    new Object[] {
                      orderNumber,
                      finding.line(),
                      finding.code().name(),
                      seal.close(finding.subject()),
                      seal.close(abridged(finding.detail(), DETAIL)),
                      finding.score(),
                      now()
                    })
            .toList());
  }

  /** Open, or decided against the order. */
  boolean hasUnsettled(String orderNumber, FindingCode code) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM compliance_finding WHERE order_number = :order AND code ="
                    + " :code AND state IN ('OPEN', 'REFUSED')")
            .param("order", orderNumber)
            .param("code", code.name())
            .query(Integer.class)
            .single()
        > 0;
  }

  void decide(String orderNumber, State state, String note, String clerk) {
    jdbc.sql(
            "UPDATE compliance_finding SET state = :state, note = :note, clerk = :clerk, decided_at"
                + " = :now WHERE order_number = :order AND state = 'OPEN'")
        .param("state", state.name())
        .param("note", note == null ? null : seal.close(abridged(note, 1000)))
        .param("clerk", clerk)
        .param("now", now())
        .param("order", orderNumber)
        .update();
  }

  /** As the column keeps it, so that a finding equals itself when read back. */
  static Finding asKept(Finding finding) {
    return new Finding(
        finding.code(),
        finding.line(),
        abridged(finding.subject(), SUBJECT),
        finding.detail(),
        State.OPEN,
        finding.score());
  }

  private static String abridged(String text, int most) {
    return text.substring(0, Math.min(most, text.length()));
  }

  private LocalDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDateTime();
  }
}
