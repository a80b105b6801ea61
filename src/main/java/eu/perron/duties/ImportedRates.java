package eu.perron.duties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rates that operators imported: of a day and currency the newest version counts. */
@Component
class ImportedRates {
  private static final int ROWS_A_STATEMENT = 500;

  /** A rate put in force on another node is seen so much later at most. */
  private static final long TRUSTED_NANOS = 5_000_000_000L;

  private static final int MOST_KEPT = 10_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final Map<Asked, Kept> answers = new ConcurrentHashMap<>();

  ImportedRates(JdbcClient jdbc, JdbcTemplate rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record Asked(RateKind kind, String currency, LocalDate day) {}

  private record Kept(Optional<Rate> rate, long since) {}

  Optional<Rate> on(RateKind kind, String currency, LocalDate day) {
    Asked asked = new Asked(kind, currency, day);
    Kept kept = answers.get(asked);
    if (kept == null || System.nanoTime() - kept.since() > TRUSTED_NANOS) {
      if (answers.size() > MOST_KEPT) {
        answers.clear();
      }
      kept = new Kept(find(asked), System.nanoTime());
      answers.put(asked, kept);
    }
    return kept.rate();
  }

  List<String> currencies(LocalDate day) {
    return jdbc.sql("SELECT DISTINCT currency FROM exchange_rate WHERE valid_from <= :day")
        .param("day", day)
        .query(String.class)
        .list();
  }

  void changed() {
    answers.clear();
  }

  private Optional<Rate> find(Asked asked) {
    return jdbc.sql(
            "SELECT * FROM exchange_rate WHERE kind = :kind AND currency = :currency AND valid_from"
                + " <= :day AND (valid_to IS NULL OR valid_to >= :day) ORDER BY valid_from DESC,"
                + " version DESC LIMIT 1")
        .param("kind", asked.kind().name())
        .param("currency", asked.currency())
        .param("day", asked.day())
        .query(ImportedRates::rate)
        .optional();
  }

  private static Rate rate(ResultSet row, int number) throws SQLException {
    LocalDate to = row.getObject("valid_to", LocalDate.class);
    return new Rate(
        row.getString("currency"),
        row.getInt("version"),
        row.getBigDecimal("per_euro").stripTrailingZeros(),
        row.getObject("valid_from", LocalDate.class),
        to == null ? LocalDate.MAX : to,
        row.getString("source"),
        row.getString("mark"));
  }

  /** The newest version of each that begins in these days, by currency and first day. */
  Map<String, Rate> between(RateKind kind, LocalDate first, LocalDate last) {
    Map<String, Rate> known = new HashMap<>();
    jdbc.sql(
            "SELECT * FROM exchange_rate WHERE kind = :kind AND valid_from BETWEEN :first AND :last"
                + " ORDER BY version")
        .param("kind", kind.name())
        .param("first", first)
        .param("last", last)
        .query(ImportedRates::rate)
        .list()
        .forEach(rate -> known.put(rate.currency() + rate.validFrom(), rate));
    return known;
  }

  /** Each as the version after the one that is known. */
  void put(List<PublishedRate> fresh, Map<String, Rate> known, String fileId) {
    for (int from = 0; from < fresh.size(); from += ROWS_A_STATEMENT) {
      List<PublishedRate> some =
          fresh.subList(from, Math.min(fresh.size(), from + ROWS_A_STATEMENT));
      List<Object> values = new ArrayList<>();
      for (PublishedRate rate : some) {
        Rate before = known.get(rate.currency() + rate.validFrom());
        values.add(rate.kind().name());
        values.add(rate.currency());
        values.add(rate.validFrom());
        values.add(before == null ? 1 : before.version() + 1);
        values.add(rate.validTo());
        values.add(rate.perEuro());
        values.add(rate.mark());
        values.add(rate.source());
        values.add(fileId);
      }
      rows.update(
          "INSERT INTO exchange_rate (kind, currency, valid_from, version, valid_to, per_euro,"
              + " mark, source, file_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
              + ", (?, ?, ?, ?, ?, ?, ?, ?, ?)".repeat(some.size() - 1),
          values.toArray());
    }
    changed();
  }
}
