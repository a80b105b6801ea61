package eu.perron.freight;

import eu.perron.archive.Kind;
import eu.perron.archive.Owner;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Consignments that leave for the archive: at their end, and all their orders have left before
 * them.
 */
@Component
class EndedConsignments implements Owner {
  private static final String OVER =
      "c.state IN ('PRESENTED', 'EMPTY') AND c.cut_off_at < :before AND NOT EXISTS "
          + "(SELECT 1 FROM freight_house h WHERE h.consignment_number = c.number)";
  private final JdbcClient jdbc;

  EndedConsignments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Kind kind() {
    return Kind.CONSIGNMENT;
  }

  @Override
  public List<Ended> ended(Instant before, Ended after, int most) {
    return jdbc.sql(
            "SELECT c.number, c.cut_off_at FROM air_consignment c WHERE "
                + OVER
                + " AND (c.cut_off_at > :lastAt OR c.cut_off_at = :lastAt AND c.number > :last) "
                + "ORDER BY c.cut_off_at, c.number LIMIT :most")
        .param("before", Utc.of(before))
        .param("lastAt", Utc.of(after == null ? Instant.EPOCH : after.at()))
        .param("last", after == null ? "" : after.number())
        .param("most", most)
        .query((row, n) -> new Ended(row.getString(1), Utc.read(row, "cut_off_at"), ""))
        .list();
  }

  @Override
  public List<Ended> lock(Collection<String> numbers, Instant before) {
    return jdbc.sql(
            "SELECT c.number, c.cut_off_at FROM air_consignment c FORCE INDEX (PRIMARY) WHERE c.number IN (:numbers) AND "
                + OVER
                + " ORDER BY c.number FOR UPDATE SKIP LOCKED")
        .param("numbers", numbers)
        .param("before", Utc.of(before))
        .query((row, n) -> new Ended(row.getString(1), Utc.read(row, "cut_off_at"), ""))
        .list();
  }
}
