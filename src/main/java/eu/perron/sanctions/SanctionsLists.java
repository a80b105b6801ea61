package eu.perron.sanctions;

import eu.perron.house.KeptFile;
import eu.perron.sanctions.ListVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the list: handed in, looked at, brought into force; each kept as it came. */
@Component
@Transactional
public class SanctionsLists {
  /** What the database takes in one statement, with room for the rest of it. */
  private static final int LARGEST = 12 * 1024 * 1024;

  private static final String COLUMNS =
      "version, state, format, file_name, file_size, sha256, generated_on, entries, names, "
          + "demonstration, taken_at, taken_by, decided_at, decided_by, ended_at";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SanctionsLists(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a file as a proposal. The same file again is the version it was before.
   *
   * @throws UnreadableList if it is no list, or one that would screen nobody
   */
  public ListVersion take(byte[] file, String fileName, String who) {
    return take(file, fileName, who, false);
  }

  ListVersion take(byte[] file, String fileName, String who, boolean demonstration) {
    String hash = KeptFile.sha256(file);
    Optional<ListVersion> same =
        jdbc.sql("SELECT " + COLUMNS + " FROM sanctions_list WHERE sha256 = :hash LIMIT 1")
            .param("hash", hash)
            .query((row, n) -> version(row))
            .optional();
    if (same.isPresent()) {
      return same.get();
    }
    SanctionsList list = ListFile.read(file);
    byte[] packed = KeptFile.packed(file);
    if (packed.length > LARGEST) {
      throw new UnreadableList(
          "Packed it is %d MB; more than %d MB is not kept."
              .formatted(packed.length >> 20, LARGEST >> 20));
    }
    jdbc.sql(
            "INSERT INTO sanctions_list (state, format, file_name, file_size, sha256, original,"
                + " generated_on, entries, names, demonstration, taken_at, taken_by) VALUES"
                + " ('PROPOSED', :format, :name, :size, :hash, :original, :generated, :entries,"
                + " :names, :demonstration, :now, :who)")
        .param("format", list.format().name())
        .param("name", fileName.substring(Math.max(0, fileName.length() - 190)))
        .param("size", file.length)
        .param("hash", hash)
        .param("original", packed)
        .param("generated", list.generatedOn())
        .param("entries", list.entries().size())
        .param("names", list.names())
        .param("demonstration", demonstration)
        .param("now", now())
        .param("who", who)
        .update();
    return jdbc.sql("SELECT " + COLUMNS + " FROM sanctions_list WHERE version = LAST_INSERT_ID()")
        .query((row, n) -> version(row))
        .single();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<ListVersion> newest(int most) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM sanctions_list ORDER BY version DESC LIMIT :most")
        .param("most", most)
        .query((row, n) -> version(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<ListVersion> find(long version) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM sanctions_list WHERE version = :version")
        .param("version", version)
        .query((row, n) -> version(row))
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<ListVersion> inForce() {
    return jdbc.sql("SELECT " + COLUMNS + " FROM sanctions_list WHERE state = 'IN_FORCE'")
        .query((row, n) -> version(row))
        .optional();
  }

  /** The file as it was handed in. */
  @Transactional(readOnly = true)
  public byte[] original(long version) {
    return KeptFile.unpacked(
        jdbc.sql("SELECT original FROM sanctions_list WHERE version = :version")
            .param("version", version)
            .query((row, n) -> row.getBytes(1))
            .single());
  }

  SanctionsList read(long version) {
    return ListFile.read(original(version));
  }

  /** What would be otherwise if this version were in force. */
  @Transactional(readOnly = true)
  public ListChanges changes(long version) {
    List<ListedEntry> before =
        inForce().map(now -> read(now.version()).entries()).orElse(List.of());
    return ListChanges.between(before, read(version).entries());
  }

  /**
   * From now on everybody is screened by it; a former one too may come back.
   *
   * @return false if it is in force already, or there is no such version
   */
  public boolean bringIntoForce(long version, String who) {
    // One statement locks them all: two operators at once end with one list in force.
    List<Long> inForce =
        jdbc.sql("SELECT version FROM sanctions_list WHERE state = 'IN_FORCE' FOR UPDATE")
            .query(Long.class)
            .list();
    if (inForce.contains(version)) {
      return false;
    }
    int taken =
        jdbc.sql(
                "UPDATE sanctions_list SET state = 'IN_FORCE', decided_at = :now, decided_by ="
                    + " :who, ended_at = NULL WHERE version = :version")
            .param("now", now())
            .param("who", who)
            .param("version", version)
            .update();
    if (taken == 1) {
      jdbc.sql(
              "UPDATE sanctions_list SET state = 'FORMER', ended_at = :now "
                  + "WHERE state = 'IN_FORCE' AND version <> :version")
          .param("now", now())
          .param("version", version)
          .update();
      events.publishEvent(new ListInForce(version, who));
    }
    return taken == 1;
  }

  public boolean discard(long version, String who) {
    return jdbc.sql(
                "UPDATE sanctions_list SET state = 'DISCARDED', decided_at = :now, decided_by ="
                    + " :who WHERE version = :version AND state = 'PROPOSED'")
            .param("now", now())
            .param("who", who)
            .param("version", version)
            .update()
        == 1;
  }

  boolean isEmpty() {
    return jdbc.sql("SELECT COUNT(*) FROM sanctions_list").query(Long.class).single() == 0;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static ListVersion version(ResultSet row) throws SQLException {
    return new ListVersion(
        row.getLong("version"),
        State.valueOf(row.getString("state")),
        row.getString("format"),
        row.getString("file_name"),
        row.getLong("file_size"),
        row.getString("sha256"),
        row.getObject("generated_on", LocalDate.class),
        row.getInt("entries"),
        row.getInt("names"),
        row.getBoolean("demonstration"),
        at(row, "taken_at"),
        row.getString("taken_by"),
        at(row, "decided_at"),
        row.getString("decided_by"),
        at(row, "ended_at"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }
}
