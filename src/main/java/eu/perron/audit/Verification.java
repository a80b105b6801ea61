package eu.perron.audit;

import eu.perron.audit.Damage.Kind;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole trail as it is at one moment, page by page, and says whether it is as it was
 * sealed. Works beside a running program, and without one.
 */
final class Verification {
  private static final int PAGE = 4000;
  private static final String COLUMNS =
      "at, who, kind, act, about, thing, rule, before_state, after_state, mac";
  private final JdbcTemplate jdbc;
  private final TransactionTemplate oneMoment;
  private final Path anchors;
  private final Optional<AuditKey> key;

  Verification(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Path anchors,
      Optional<AuditKey> key) {
    this.jdbc = jdbc;
    this.anchors = anchors;
    this.key = key;
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** The anchors are looked at first: whatever they know is in the database by then. */
  Report verify() {
    long begun = System.nanoTime();
    try (AnchorReader reader = new AnchorReader(anchors, key)) {
      return oneMoment.execute(running -> walk(reader, begun));
    }
  }

  private Report walk(AnchorReader reader, long begun) {
    Head found = head(jdbc, false);
    Head head = found == null ? new Head(0, Link.start(), null) : found;
    Map<String, Object> waiting =
        jdbc.queryForMap("SELECT COUNT(*) AS many, MIN(at) AS oldest FROM audit_waiting");
    ChainCheck check = new ChainCheck(key, reader);
    long after = Long.MIN_VALUE;
    for (List<Link> page = page(after); !page.isEmpty(); page = page(after)) {
      page.forEach(check::take);
      after = page.get(page.size() - 1).number();
    }
    check.end(head);
    List<Damage> damages = new ArrayList<>(check.damages());
    damages.addAll(reader.damages());
    long many = check.found() + reader.damages().size();
    if (found == null) {
      damages.add(Damage.at(Kind.HEAD_CHANGED, check.lastNumber()));
      many++;
    }
    if (!reader.exists() && !head.isUntouched()) {
      damages.add(Damage.at(Kind.ANCHORS_MISSING, check.count()));
      many++;
    }
    damages.sort(Comparator.comparingLong(Damage::from));
    return new Report(
        check.count(),
        check.lastNumber(),
        check.lastHash(),
        check.agreeing(),
        reader.first(),
        ((Number) waiting.get("many")).longValue(),
        waiting.get("oldest") instanceof Timestamp oldest ? oldest.toLocalDateTime() : null,
        List.copyOf(damages),
        many,
        key.isPresent(),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  static Head head(JdbcTemplate jdbc, boolean alone) {
    return jdbc
        .query(
            "SELECT number, hash, mac FROM audit_head WHERE one = 1"
                + (alone ? " FOR UPDATE SKIP LOCKED" : ""),
            (row, n) -> new Head(row.getLong(1), row.getBytes(2), row.getBytes(3)))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private List<Link> page(long after) {
    return jdbc.query(
        "SELECT number, previous, hash, "
            + COLUMNS
            + " FROM audit_entry WHERE number > ? ORDER BY number LIMIT "
            + PAGE,
        (row, n) ->
            new Link(
                row.getLong("number"),
                written(row),
                row.getBytes("mac"),
                row.getBytes("previous"),
                row.getBytes("hash")),
        after);
  }

  static Written written(ResultSet row) throws SQLException {
    return new Written(
        row.getObject("at", LocalDateTime.class),
        row.getString("who"),
        row.getString("kind"),
        row.getString("act"),
        row.getString("about"),
        row.getString("thing"),
        row.getString("rule"),
        row.getBytes("before_state"),
        row.getBytes("after_state"));
  }
}
