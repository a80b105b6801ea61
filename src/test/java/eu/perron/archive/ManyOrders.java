package eu.perron.archive;

import eu.perron.trade.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies one ended order, row by row and table by table, under new numbers: history in a hurry. */
final class ManyOrders {
  private static final Set<String> COUNTED = Set.of("timeline_event", "compliance_finding");
  private final Shelves shelves;
  private final JdbcTemplate jdbc;
  private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

  ManyOrders(Shelves shelves, JdbcTemplate jdbc) {
    this.shelves = shelves;
    this.jdbc = jdbc;
  }

  /** A number as ours are, that no clock gives. */
  static String number(int n) {
    return "PZZ%09d".formatted(n);
  }

  void copy(Papers original, String order, int from, int to) {
    rows.clear();
    List<Holding> holdings = shelves.of(Kind.ORDER);
    for (int n = from; n < to; n++) {
      for (Holding holding : holdings) {
        for (Map<String, Object> row : original.of(holding.table())) {
          Map<String, Object> copied = copied(holding, row, order, n);
          rows.computeIfAbsent(insert(holding, copied), sql -> new ArrayList<>())
              .add(copied.values().toArray());
        }
      }
    }
    rows.forEach(jdbc::batchUpdate);
  }

  private static String insert(Holding holding, Map<String, Object> row) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            holding.table(),
            String.join(", ", row.keySet()),
            row.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")));
  }

  private Map<String, Object> copied(
      Holding holding, Map<String, Object> row, String order, int n) {
    Map<String, Object> copy = new LinkedHashMap<>(row);
    if (COUNTED.contains(holding.table())) {
      copy.remove("id");
    } else if (copy.containsKey("id")) {
      copy.put("id", Ids.next());
    }
    copy.replaceAll(
        (column, value) -> value instanceof String text ? text.replace(order, number(n)) : value);
    List<String> names = new ArrayList<>();
    names.addAll(holding.numbers().getOrDefault(Role.PRINTED, List.of()));
    names.addAll(holding.numbers().getOrDefault(Role.SPOKEN, List.of()));
    names.addAll(List.of("guid", "reference", "about"));
    for (String column : names) {
      if (row.get(column) instanceof String text && !text.contains(order)) {
        String tail = "%07d".formatted(n);
        copy.put(column, text.substring(0, Math.max(0, text.length() - 7)) + tail);
      }
    }
    copy.computeIfPresent("arrival_key", (column, key) -> key + "#" + n);
    return copy;
  }
}
