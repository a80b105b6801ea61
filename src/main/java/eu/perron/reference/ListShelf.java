package eu.perron.reference;

import eu.perron.house.KeptFile;
import eu.perron.reference.ListVersion.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the versions are kept, each as it came. */
@Component
@Transactional
class ListShelf {
  /** What the database takes in one statement, with room for the rest of it. */
  private static final int LARGEST = 12 * 1024 * 1024;

  private static final int LONGEST_NAME = 190;
  private static final String SELECT =
      "SELECT version, kind, state, counts_from, file_name, file_size, sha256, entries, left_out,"
          + " taken_at, taken_by, decided_at, decided_by FROM published_list ";

  private final JdbcClient jdbc;
  private final Clock clock;

  ListShelf(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The same file again, if nobody has decided about it, is the version it was before. */
  ListVersion keep(ListFile list, byte[] file, String fileName, String who) {
    String hash = KeptFile.sha256(file);
    Optional<ListVersion> same =
        jdbc.sql(SELECT + "WHERE sha256 = :hash AND state = 'PROPOSED' LIMIT 1")
            .param("hash", hash)
            .query((row, n) -> version(row))
            .optional();
    if (same.isPresent()) {
      return same.get();
    }
    byte[] packed = KeptFile.packed(file);
    if (packed.length > LARGEST) {
      throw new UnreadableReference(
          "Packed it is %d MB; more than %d MB is not kept."
              .formatted(packed.length >> 20, LARGEST >> 20));
    }
    jdbc.sql(
            "INSERT INTO published_list (kind, state, file_name, file_size, sha256, original,"
                + " entries, left_out, taken_at, taken_by) VALUES (:kind, 'PROPOSED', :name,"
                + " :size, :hash, :original, :entries, :leftOut, :now, :who)")
        .param("kind", list.kind().name())
        .param("name", fileName.substring(Math.max(0, fileName.length() - LONGEST_NAME)))
        .param("size", file.length)
        .param("hash", hash)
        .param("original", packed)
        .param("entries", list.entries().size())
        .param("leftOut", list.leftOut())
        .param("now", now())
        .param("who", who)
        .update();
    return jdbc.sql(SELECT + "WHERE version = LAST_INSERT_ID()")
        .query((row, n) -> version(row))
        .single();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  List<ListVersion> newest(int most) {
    return jdbc.sql(SELECT + "ORDER BY version DESC LIMIT :most")
        .param("most", most)
        .query((row, n) -> version(row))
        .list();
  }

  /** The one that began last comes first; of two that began on one day, the later decision. */
  @Transactional(readOnly = true)
  List<ListVersion> inForce() {
    return jdbc.sql(
            SELECT
                + "WHERE state = 'IN_FORCE' ORDER BY counts_from DESC, decided_at DESC, version DESC")
        .query((row, n) -> version(row))
        .list();
  }

  @Transactional(readOnly = true)
  Optional<ListVersion> find(long version) {
    return jdbc.sql(SELECT + "WHERE version = :version")
        .param("version", version)
        .query((row, n) -> version(row))
        .optional();
  }

  /** The file as it was handed in. */
  @Transactional(readOnly = true)
  byte[] original(long version) {
    return KeptFile.unpacked(
        jdbc.sql("SELECT original FROM published_list WHERE version = :version")
            .param("version", version)
            .query((row, n) -> row.getBytes(1))
            .single());
  }

  ListFile read(long version) {
    return ListFile.read(original(version));
  }

  /**
   * @return false if somebody decided about it before
   */
  boolean decide(long version, State state, LocalDate countsFrom, String who) {
    return jdbc.sql(
                "UPDATE published_list SET state = :state, counts_from = :from, decided_at = :now,"
                    + " decided_by = :who WHERE version = :version AND state = 'PROPOSED'")
            .param("state", state.name())
            .param("from", countsFrom)
            .param("now", now())
            .param("who", who)
            .param("version", version)
            .update()
        == 1;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static ListVersion version(ResultSet row) throws SQLException {
    return new ListVersion(
        row.getLong("version"),
        ListKind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getObject("counts_from", LocalDate.class),
        row.getString("file_name"),
        row.getLong("file_size"),
        row.getString("sha256"),
        row.getInt("entries"),
        row.getInt("left_out"),
        at(row, "taken_at"),
        row.getString("taken_by"),
        at(row, "decided_at"),
        row.getString("decided_by"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }
}
