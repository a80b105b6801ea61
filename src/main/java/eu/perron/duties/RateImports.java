package eu.perron.duties;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.trade.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in published rates: the original is kept, what it changes is shown, a person decides. */
@Component
@Transactional
public class RateImports {
  private static final int NAME = 120;
  private static final String COLUMNS =
      "SELECT id, name, format, state, read_at, read_by, decided_at, decided_by, rates FROM"
          + " rate_file ";

  private final JdbcClient jdbc;
  private final ImportedRates imported;
  private final Rates rates;
  private final Audit audit;
  private final Clock clock;

  RateImports(JdbcClient jdbc, ImportedRates imported, Rates rates, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.imported = imported;
    this.rates = rates;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Reads a file and keeps it; nothing takes effect.
   *
   * @throws UnreadableRates if it cannot be taken; then it is not kept
   */
  public RateFile show(String name, byte[] content, String who) {
    RateReader.read(content);
    String id = Ids.next();
    jdbc.sql(
            "INSERT INTO rate_file (id, name, format, sha256, content, state, read_at, read_by) "
                + "VALUES (:id, :name, :format, :sha256, :content, 'SHOWN', :now, :who)")
        .param("id", id)
        .param("name", named(name))
        .param("format", RateFormat.of(content).name())
        .param("sha256", digest(content))
        .param("content", content)
        .param("now", now())
        .param("who", who)
        .update();
    return find(id).orElseThrow();
  }

  /** What it would change now: of rates that count already nothing is said. */
  @Transactional(readOnly = true)
  public List<RateChange> changes(String id) {
    return changes(RateReader.read(original(id).orElseThrow())).stream()
        .sorted(
            Comparator.comparing(RateChange::validFrom)
                .reversed()
                .thenComparing(RateChange::currency))
        .toList();
  }

  private List<RateChange> changes(List<PublishedRate> published) {
    Map<String, Rate> known = known(published);
    List<RateChange> changes = new ArrayList<>();
    for (PublishedRate rate : published) {
      Optional<Rate> before =
          Optional.ofNullable(known.get(rate.currency() + rate.validFrom()))
              .or(() -> rates.find(rate.kind(), rate.currency(), rate.validFrom()));
      if (!isKnown(rate, known)) {
        changes.add(
            new RateChange(
                rate.kind(),
                rate.currency(),
                rate.validFrom(),
                rate.validTo(),
                before.map(Rate::perEuro).orElse(null),
                before.map(Rate::source).orElse(null),
                rate.perEuro()));
      }
    }
    return changes;
  }

  private static boolean isKnown(PublishedRate rate, Map<String, Rate> known) {
    Rate same = known.get(rate.currency() + rate.validFrom());
    return same != null
        && same.perEuro().compareTo(rate.perEuro()) == 0
        && same.validTo().equals(rate.validTo() == null ? LocalDate.MAX : rate.validTo());
  }

  private Map<String, Rate> known(List<PublishedRate> published) {
    LocalDate first =
        published.stream()
            .map(PublishedRate::validFrom)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate last =
        published.stream()
            .map(PublishedRate::validFrom)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return imported.between(published.get(0).kind(), first, last);
  }

  /**
   * @return how many rates it brought; empty if somebody decided about it before
   */
  public Optional<Integer> putInForce(String id, String who) {
    // One at a time: two imports must not give the same version to different rates.
    jdbc.sql("SELECT id FROM rate_file FOR UPDATE").query(String.class).list();
    if (!isOpen(id)) {
      return Optional.empty();
    }
    List<PublishedRate> published = RateReader.read(original(id).orElseThrow());
    Map<String, Rate> known = known(published);
    List<PublishedRate> fresh = published.stream().filter(rate -> !isKnown(rate, known)).toList();
    imported.put(fresh, known, id);
    decide(id, RateFile.State.IN_FORCE, who, fresh.size());
    return Optional.of(fresh.size());
  }

  public void leave(String id, String who) {
    if (isOpen(id)) {
      decide(id, RateFile.State.LEFT, who, 0);
    }
  }

  private boolean isOpen(String id) {
    return find(id).filter(file -> file.state() == RateFile.State.SHOWN).isPresent();
  }

  private void decide(String id, RateFile.State state, String who, int count) {
    jdbc.sql(
            "UPDATE rate_file SET state = :state, decided_at = :now, decided_by = :who, rates ="
                + " :rates WHERE id = :id")
        .param("state", state.name())
        .param("now", now())
        .param("who", who)
        .param("rates", count)
        .param("id", id)
        .update();
    if (state == RateFile.State.IN_FORCE) {
      RateFile file = find(id).orElseThrow();
      audit.record(
          List.of(
              Entry.of(Act.TABLE_CHANGED)
                  .by(who)
                  .on("exchange_rate")
                  .after(
                      Map.of(
                          "file", file.name(), "format", file.format().name(), "rates", count))));
    }
  }

  @Transactional(readOnly = true)
  public Optional<RateFile> find(String id) {
    return jdbc.sql(COLUMNS + "WHERE id = :id").param("id", id).query(RateImports::file).optional();
  }

  @Transactional(readOnly = true)
  public List<RateFile> newest(int most) {
    return jdbc.sql(COLUMNS + "ORDER BY read_at DESC LIMIT :most")
        .param("most", most)
        .query(RateImports::file)
        .list();
  }

  /** As it was handed in. */
  @Transactional(readOnly = true)
  public Optional<byte[]> original(String id) {
    return jdbc.sql("SELECT content FROM rate_file WHERE id = :id")
        .param("id", id)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  private static RateFile file(ResultSet row, int number) throws SQLException {
    return new RateFile(
        row.getString("id"),
        row.getString("name"),
        RateFormat.valueOf(row.getString("format")),
        RateFile.State.valueOf(row.getString("state")),
        instant(row, "read_at"),
        row.getString("read_by"),
        instant(row, "decided_at"),
        row.getString("decided_by"),
        row.getInt("rates"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
  }

  static String named(String name) {
    String plain = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.isEmpty() ? "rates" : plain.substring(0, Math.min(plain.length(), NAME));
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("This Java has no SHA-256", impossible);
    }
  }
}
