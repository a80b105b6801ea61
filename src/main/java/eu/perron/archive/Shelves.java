package eu.perron.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that the rooms declared, and how the database keeps it. */
@Component
class Shelves {
  private final Map<Kind, List<Holding>> holdings = new EnumMap<>(Kind.class);
  private final List<String> staying = new ArrayList<>();
  private final Map<String, Layout> layouts = new ConcurrentHashMap<>();
  private final JdbcClient jdbc;

  Shelves(List<Shelf> shelves, JdbcClient jdbc) {
    this.jdbc = jdbc;
    for (Kind kind : Kind.values()) {
      holdings.put(
          kind,
          shelves.stream()
              .flatMap(shelf -> shelf.holdings().stream())
              .filter(holding -> holding.kind() == kind)
              .sorted(
                  Comparator.comparing(Holding::isRoot).reversed().thenComparing(Holding::table))
              .toList());
    }
    shelves.forEach(shelf -> staying.addAll(shelf.staying()));
  }

  /** Roots first. */
  List<Holding> of(Kind kind) {
    return holdings.get(kind);
  }

  List<String> staying() {
    return staying;
  }

  /**
   * @param keyIndex leads by the column that names the order, and is forced: the optimiser would
   *     scan a small table, and lock rows of others
   */
  record Layout(List<String> columns, List<String> primaryKey, String keyIndex) {}

  Layout layout(Holding holding) {
    return layout(holding.table(), holding.key());
  }

  Layout layout(String table, String column) {
    return layouts.computeIfAbsent(table + "." + column, name -> read(table, column));
  }

  private Layout read(String table, String key) {
    List<String> columns =
        jdbc.sql(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() "
                    + "AND table_name = :table ORDER BY ordinal_position")
            .param("table", table)
            .query(String.class)
            .list();
    List<String> primaryKey =
        jdbc.sql(
                "SELECT column_name FROM information_schema.statistics WHERE table_schema = DATABASE() "
                    + "AND table_name = :table AND index_name = 'PRIMARY' ORDER BY seq_in_index")
            .param("table", table)
            .query(String.class)
            .list();
    String keyIndex =
        jdbc.sql(
                "SELECT index_name FROM information_schema.statistics WHERE table_schema = DATABASE() "
                    + "AND table_name = :table AND column_name = :key AND seq_in_index = 1 "
                    + "ORDER BY index_name = 'PRIMARY' DESC LIMIT 1")
            .param("table", table)
            .param("key", key)
            .query(String.class)
            .optional()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Table %s needs an index that begins with %s to be archived"
                            .formatted(table, key)));
    if (primaryKey.isEmpty()) {
      throw new IllegalStateException("Table " + table + " needs a primary key to be archived");
    }
    return new Layout(columns, primaryKey, keyIndex);
  }
}
