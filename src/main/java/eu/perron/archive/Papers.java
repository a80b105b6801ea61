package eu.perron.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All rows of one order or consignment, table by table. A value is text as the database writes it,
 * bytes, or null: whatever it was, it goes back as it came.
 */
final class Papers {
  private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();

  void add(String table, Map<String, Object> row) {
    tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
  }

  Map<String, List<Map<String, Object>>> tables() {
    return tables;
  }

  List<Map<String, Object>> of(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** By which numbers it is found; a number of two roles keeps the one that opens more doors. */
  Map<String, Role> numbers(List<Holding> holdings) {
    Map<String, Role> numbers = new TreeMap<>();
    for (Holding holding : holdings) {
      holding
          .numbers()
          .forEach(
              (role, columns) ->
                  of(holding.table()).forEach(row -> collect(row, role, columns, numbers)));
    }
    return numbers;
  }

  private static void collect(
      Map<String, Object> row, Role role, List<String> columns, Map<String, Role> numbers) {
    for (String column : columns) {
      if (row.get(column) instanceof String number && !number.isEmpty()) {
        numbers.merge(number, role, (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
  }
}
