package eu.perron.archive;

import eu.perron.archive.Owner.Ended;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves orders and consignments into the archive, whole, in one transaction: killed in between, all
 * is as before.
 */
@Component
class Archivist {
  private final Shelves shelves;
  private final HotRows hot;
  private final Documents documents;
  private final Rules rules;
  private final ObjectProvider<Keepsake> keepsakes;
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;
  private final Clock clock;

  Archivist(
      Shelves shelves,
      HotRows hot,
      Documents documents,
      Rules rules,
      ObjectProvider<Keepsake> keepsakes,
      JdbcTemplate jdbc,
      NamedParameterJdbcTemplate named,
      Clock clock) {
    this.shelves = shelves;
    this.hot = hot;
    this.documents = documents;
    this.rules = rules;
    this.keepsakes = keepsakes;
    this.jdbc = jdbc;
    this.named = named;
    this.clock = clock;
  }

  /**
   * @param archived how many left
   * @param keptBack how many ended but must stay: something about them is open
   */
  record Moved(int archived, int keptBack) {
    static final Moved NONE = new Moved(0, 0);

    Moved plus(Moved other) {
      return new Moved(archived + other.archived, keptBack + other.keptBack);
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Moved move(Owner owner, List<String> numbers, Instant endedBefore) {
    Map<String, Ended> leaving = new LinkedHashMap<>();
    owner.lock(numbers, endedBefore).forEach(ended -> leaving.put(ended.number(), ended));
    int locked = leaving.size();
    leaving.keySet().removeAll(staying(leaving.keySet(), endedBefore));
    if (leaving.isEmpty()) {
      return new Moved(0, locked);
    }
    Map<String, Papers> papers = hot.lock(owner.kind(), leaving.keySet());
    papers.values().removeIf(of -> isOpen(owner.kind(), of));
    leaving.keySet().retainAll(papers.keySet());
    if (!leaving.isEmpty()) {
      keep(owner.kind(), leaving.values(), papers);
      owner.leave(leaving.keySet());
      hot.delete(owner.kind(), papers.values());
    }
    return new Moved(leaving.size(), locked - leaving.size());
  }

  private Set<String> staying(Collection<String> numbers, Instant before) {
    Set<String> staying = new HashSet<>();
    if (!numbers.isEmpty()) {
      staying.addAll(
          named.queryForList(
              "SELECT number FROM archive_brought_back WHERE number IN (:numbers) AND at >= :before",
              Map.of("numbers", numbers, "before", Utc.of(before)),
              String.class));
      for (String query : shelves.staying()) {
        staying.addAll(named.queryForList(query, Map.of("numbers", numbers), String.class));
      }
    }
    return staying;
  }

  private boolean isOpen(Kind kind, Papers papers) {
    return shelves.of(kind).stream()
        .anyMatch(holding -> papers.of(holding.table()).stream().anyMatch(holding.open()));
  }

  private void keep(Kind kind, Collection<Ended> leaving, Map<String, Papers> papers) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> numbers = new ArrayList<>();
    Instant now = clock.instant();
    for (Ended ended : leaving) {
      Papers of = papers.get(ended.number());
      rows.add(
          new Object[] {
            ended.number(),
            kind.name(),
            ended.subject(),
            Utc.of(ended.at()),
            Utc.of(now),
            Utc.of(rules.keepUntil(kind, ended.subject(), ended.at())),
            documents.close(of),
            documents.close(pages(kind, ended.number()))
          });
      of.numbers(shelves.of(kind))
          .forEach(
              (number, role) -> numbers.add(new Object[] {number, ended.number(), role.name()}));
    }
    jdbc.batchUpdate(
        "INSERT INTO archive_document (number, kind, subject, ended_at, archived_at, keep_until, rows_sealed, "
            + "pages_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    if (!numbers.isEmpty()) {
      jdbc.batchUpdate(
          "INSERT INTO archive_number (number, owner, role) VALUES (?, ?, ?)", numbers);
    }
  }

  private Map<String, Object> pages(Kind kind, String number) {
    Map<String, Object> pages = new LinkedHashMap<>();
    keepsakes.stream()
        .filter(keepsake -> keepsake.kind() == kind)
        .forEach(keepsake -> pages.put(keepsake.name(), keepsake.of(number)));
    return pages;
  }
}
