package eu.perron.archive;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.house.Seal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has ended and left the hot tables. It is read, found by its numbers and, if late news needs
 * it, brought back; nothing changes it here.
 */
@Component
@Transactional(readOnly = true)
public class Archive {
  private static final int SHOWN = 14;
  private final JdbcClient jdbc;
  private final Documents documents;
  private final HotRows hot;
  private final Map<Kind, Owner> owners = new HashMap<>();
  private final List<Follower> followers;
  private final Days days;
  private final Seal seal;
  private final Audit audit;
  private final Clock clock;

  Archive(
      JdbcClient jdbc,
      Documents documents,
      HotRows hot,
      List<Owner> owners,
      List<Follower> followers,
      Days days,
      Seal seal,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.hot = hot;
    owners.forEach(owner -> this.owners.put(owner.kind(), owner));
    this.followers = followers;
    this.days = days;
    this.seal = seal;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param erasedAt since when nothing but this is known; null while it is kept whole
   */
  public record Archived(
      String number,
      Kind kind,
      Instant endedAt,
      Instant archivedAt,
      Instant keepUntil,
      Instant erasedAt) {}

  public Optional<Archived> find(String number) {
    return jdbc.sql(
            "SELECT number, kind, ended_at, archived_at, keep_until, erased_at FROM archive_document "
                + "WHERE number = :number")
        .param("number", number)
        .query(Archived.class)
        .optional();
  }

  /** What was said of it at the end; empty if it is not here, or erased. */
  public <T> Optional<T> page(String number, String name, Class<T> type) {
    return jdbc
        .sql("SELECT pages_sealed FROM archive_document WHERE number = :number")
        .param("number", number)
        .query((row, n) -> row.getBytes(1))
        .list()
        .stream()
        .filter(Objects::nonNull)
        .findFirst()
        .map(pages -> documents.page(pages, name, type));
  }

  /** Orders and consignments with this number, the youngest first: carriers use theirs again. */
  public List<String> ownersOf(String number, Role... roles) {
    return jdbc.sql(
            "SELECT DISTINCT n.owner, d.ended_at FROM archive_number n JOIN archive_document d ON d.number = n.owner "
                + "WHERE n.number = :number AND n.role IN (:roles) ORDER BY d.ended_at DESC")
        .param("number", number)
        .param("roles", Arrays.stream(roles).map(Enum::name).toList())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private record Owned(String number, String owner) {}

  /** For many numbers as partners write them: which of them lie here, and with whom. */
  public Map<String, String> ownersOf(Collection<String> numbers) {
    Map<String, String> owned = new HashMap<>();
    if (!numbers.isEmpty()) {
      jdbc.sql(
              "SELECT n.number, n.owner FROM archive_number n JOIN archive_document d ON d.number = n.owner "
                  + "WHERE n.number IN (:numbers) AND n.role IN ('PRINTED', 'SPOKEN') "
                  + "UNION SELECT number, number FROM archive_document WHERE number IN (:numbers) AND erased_at IS NULL")
          .param("numbers", numbers)
          .query(Owned.class)
          .list()
          .forEach(one -> owned.put(one.number(), one.owner()));
    }
    return owned;
  }

  /** Ids of the messages that were about it. */
  public List<String> messagesOf(String number) {
    return jdbc.sql("SELECT number FROM archive_number WHERE owner = :number AND role = 'LINK'")
        .param("number", number)
        .query(String.class)
        .list();
  }

  /** By message: the orders and consignments here that it was about. */
  public Map<String, List<String>> aboutMessages(Collection<String> ids) {
    Map<String, List<String>> about = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              "SELECT number, owner FROM archive_number WHERE number IN (:ids) AND role = 'LINK' ORDER BY owner")
          .param("ids", ids)
          .query(Owned.class)
          .list()
          .forEach(
              one -> about.computeIfAbsent(one.number(), id -> new ArrayList<>()).add(one.owner()));
    }
    return about;
  }

  /** Rows of one of its tables as they left; text as the database writes it, bytes, or null. */
  public List<Map<String, Object>> rows(String number, String table) {
    return jdbc
        .sql("SELECT rows_sealed FROM archive_document WHERE number = :number")
        .param("number", number)
        .query((row, n) -> row.getBytes(1))
        .list()
        .stream()
        .filter(Objects::nonNull)
        .flatMap(rows -> documents.open(rows).of(table).stream())
        .toList();
  }

  public ArchiveFigures figures() {
    return new ArchiveFigures(days.sum(), days.newest(SHOWN));
  }

  /**
   * Puts all its rows back into the hot tables, where it stays for as long as if it had ended now;
   * with it the consignment it flew in and the messages about it.
   *
   * @return false if it is not here, or erased
   */
  @Transactional
  public boolean bringBack(String number, String who, String reason) {
    boolean back = putBack(number, who, reason);
    if (back) {
      days.noteBroughtBack(1);
    }
    return back;
  }

  private record Kept(Kind kind, byte[] rowsSealed) {}

  private boolean putBack(String number, String who, String reason) {
    Optional<Kept> kept =
        jdbc.sql(
                "SELECT kind, rows_sealed FROM archive_document WHERE number = :number AND erased_at IS NULL FOR UPDATE")
            .param("number", number)
            .query((row, n) -> new Kept(Kind.valueOf(row.getString(1)), row.getBytes(2)))
            .optional();
    kept.ifPresent(
        one -> {
          wholes(number).forEach(consignment -> putBack(consignment, who, reason));
          followers.forEach(follower -> follower.comeBack(messagesOf(number)));
          hot.putBack(one.kind(), documents.open(one.rowsSealed()));
          owners.get(one.kind()).comeBack(number);
          remember(number, who, reason);
        });
    return kept.isPresent();
  }

  /** What it was part of, if that lies here too: its rows refer to that by foreign key. */
  private List<String> wholes(String number) {
    return jdbc.sql(
            "SELECT d.number FROM archive_number n JOIN archive_document d ON d.number = n.number "
                + "WHERE n.owner = :number AND n.role = 'PART'")
        .param("number", number)
        .query(String.class)
        .list();
  }

  private void remember(String number, String who, String reason) {
    jdbc.sql("DELETE FROM archive_number WHERE owner = :number").param("number", number).update();
    jdbc.sql("DELETE FROM archive_document WHERE number = :number")
        .param("number", number)
        .update();
    jdbc.sql(
            "REPLACE INTO archive_brought_back (number, at, who, reason) VALUES (:number, :at, :who, :reason)")
        .param("number", number)
        .param("at", Utc.of(clock.instant()))
        .param("who", who)
        .param("reason", seal.close(reason))
        .update();
    audit.record(Entry.of(Act.BROUGHT_BACK).by(who).about(number).after(Map.of("reason", reason)));
  }
}
