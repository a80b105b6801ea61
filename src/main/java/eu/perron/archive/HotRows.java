package eu.perron.archive;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes rows out of the hot tables and puts them back. It never waits for a lock while it holds
 * others, so ordinary work never meets it in a deadlock: whoever is touched just now leaves another
 * time.
 */
@Component
class HotRows {
  private static final int AT_ONCE = 200;

  /** Our own writing: the driver's loses the zeros that begin a fraction (39.034 became 39.34). */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  private final Shelves shelves;
  private final JdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate named;

  HotRows(Shelves shelves, JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
    this.shelves = shelves;
    this.jdbc = jdbc;
    this.named = named;
  }

  /** All rows of these, locked. */
  Map<String, Papers> lock(Kind kind, Collection<String> numbers) {
    Map<String, Papers> papers = new LinkedHashMap<>();
    numbers.forEach(number -> papers.put(number, new Papers()));
    List<Holding> holdings = shelves.of(kind);
    for (Holding holding : holdings) {
      read(
          holding.table(),
          holding.key(),
          "",
          numbers,
          (number, row) -> papers.get(number).add(holding.table(), row));
    }
    Map<String, String> owners = owners(papers, holdings);
    holdings.stream()
        .filter(holding -> holding.nameColumn() != null)
        .forEach(
            holding ->
                read(
                    holding.table(),
                    holding.nameColumn(),
                    "AND " + holding.key() + " IS NULL ",
                    owners.keySet(),
                    (name, row) -> papers.get(owners.get(name)).add(holding.table(), row)));
    return papers;
  }

  /** By every name that partners may have used; messages are no such name, nor is the flight. */
  private static Map<String, String> owners(Map<String, Papers> papers, List<Holding> holdings) {
    Map<String, String> owners = new HashMap<>();
    papers.forEach(
        (number, of) -> {
          owners.put(number, number);
          of.numbers(holdings)
              .forEach(
                  (name, role) -> {
                    if (role == Role.PRINTED || role == Role.SPOKEN) {
                      owners.put(name, number);
                    }
                  });
        });
    return owners;
  }

  private interface Reader {
    void take(String key, Map<String, Object> row);
  }

  private void read(
      String table, String column, String only, Collection<String> keys, Reader reader) {
    Shelves.Layout layout = shelves.layout(table, column);
    String sql =
        "SELECT * FROM %s FORCE INDEX (`%s`) WHERE %s IN (:keys) %sORDER BY %s FOR UPDATE NOWAIT"
            .formatted(
                table, layout.keyIndex(), column, only, String.join(", ", layout.primaryKey()));
    List<String> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      named.query(
          sql,
          Map.of("keys", some),
          (ResultSet found) -> {
            Map<String, Object> row = row(found);
            reader.take((String) row.get(column), row);
          });
    }
  }

  /**
   * Text goes back into every column that is not made of bytes, exactly as the database wrote it.
   */
  private static Map<String, Object> row(ResultSet found) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    Map<String, Object> row = new LinkedHashMap<>();
    for (int n = 1; n <= columns.getColumnCount(); n++) {
      row.put(columns.getColumnName(n), value(found, n, columns.getColumnType(n)));
    }
    return row;
  }

  private static Object value(ResultSet found, int column, int type) throws SQLException {
    return switch (type) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> found.getBytes(column);
      case Types.BIT, Types.BOOLEAN, Types.TINYINT -> {
        int number = found.getInt(column);
        yield found.wasNull() ? null : String.valueOf(number);
      }
      case Types.TIMESTAMP -> {
        LocalDateTime time = found.getObject(column, LocalDateTime.class);
        yield time == null ? null : TIME.format(time);
      }
      default -> found.getString(column);
    };
  }

  /** Row by row in batches: the rows it locked, and no others. */
  void delete(Kind kind, Collection<Papers> papers) {
    List<Holding> rootsLast = new ArrayList<>(shelves.of(kind));
    java.util.Collections.reverse(rootsLast);
    for (Holding holding : rootsLast) {
      List<String> key = shelves.layout(holding).primaryKey();
      List<Object[]> rows =
          papers.stream()
              .flatMap(of -> of.of(holding.table()).stream())
              .map(row -> key.stream().map(row::get).toArray())
              .toList();
      if (!rows.isEmpty()) {
        jdbc.batchUpdate(
            "DELETE FROM %s WHERE %s"
                .formatted(
                    holding.table(),
                    key.stream()
                        .map(column -> column + " = ?")
                        .collect(Collectors.joining(" AND "))),
            rows);
      }
    }
  }

  void putBack(Kind kind, Papers papers) {
    for (Holding holding : shelves.of(kind)) {
      for (Map<String, Object> row : papers.of(holding.table())) {
        putBack(holding, row);
      }
    }
  }

  private void putBack(Holding holding, Map<String, Object> row) {
    List<String> columns = List.copyOf(row.keySet());
    List<String> gone =
        columns.stream()
            .filter(column -> !shelves.layout(holding).columns().contains(column))
            .toList();
    if (!gone.isEmpty()) {
      throw new IllegalStateException(
          "Table %s has lost the columns %s since this was archived; it cannot come back"
              .formatted(holding.table(), gone));
    }
    jdbc.update(
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                holding.table(),
                String.join(", ", columns),
                columns.stream().map(column -> "?").collect(Collectors.joining(", "))),
        columns.stream().map(row::get).toArray());
  }
}
