package eu.perron.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** A number by which it is found, and where it stood. */
  record Found(String number, String source, String role) {}

  Set<Found> numbers(List<Holding> holdings) {
    Map<String, Found> found = new TreeMap<>();
    for (Holding holding : holdings) {
      collect(holding, holding.printed(), "PRINTED", found);
      collect(holding, holding.spoken(), "SPOKEN", found);
      collect(holding, holding.links(), "LINK", found);
    }
    return Set.copyOf(found.values());
  }

  private void collect(
      Holding holding, List<String> columns, String role, Map<String, Found> found) {
    for (String column : columns) {
      for (Map<String, Object> row : of(holding.table())) {
        if (row.get(column) instanceof String number && !number.isEmpty()) {
          String source = holding.table() + "." + column;
          found.put(number + " " + source, new Found(number, source, role));
        }
      }
    }
  }

  /** What partners may call it by; messages are no such name. */
  Set<String> names(List<Holding> holdings) {
    Set<String> names = new TreeSet<>();
    numbers(holdings).stream()
        .filter(found -> !found.role().equals("LINK"))
        .forEach(found -> names.add(found.number()));
    return names;
  }
}
