package eu.perron.archive;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table whose rows belong to an order or a consignment and leave with it.
 *
 * @param key the column that names the order or consignment
 * @param nameColumn where rows without a key name it in a partner's words, by any of its numbers;
 *     null: there are none
 * @param isRoot the others refer to it by foreign key: it leaves last and comes back first
 * @param numbers columns with numbers by which it is found in the archive
 * @param open a row that keeps its order in the house, however long ago it ended
 */
public record Holding(
    String table,
    Kind kind,
    String key,
    String nameColumn,
    boolean isRoot,
    Map<Role, List<String>> numbers,
    Predicate<Map<String, Object>> open) {

  public static Holding ofOrders(String table, String key) {
    return of(Kind.ORDER, table, key);
  }

  public static Holding ofConsignments(String table, String key) {
    return of(Kind.CONSIGNMENT, table, key);
  }

  public static Holding of(Kind kind, String table, String key) {
    return new Holding(table, kind, key, null, false, Map.of(), row -> false);
  }

  public Holding root() {
    return new Holding(table, kind, key, nameColumn, true, numbers, open);
  }

  /** For rows that have no key yet, and name it only as a partner does. */
  public Holding orNamedIn(String column) {
    return new Holding(table, kind, key, column, isRoot, numbers, open);
  }

  public Holding foundAs(Role role, String... columns) {
    Map<Role, List<String>> more = new EnumMap<>(Role.class);
    more.putAll(numbers);
    more.put(role, List.of(columns));
    return new Holding(table, kind, key, nameColumn, isRoot, Map.copyOf(more), open);
  }

  public Holding openWhile(Predicate<Map<String, Object>> stillOpen) {
    return new Holding(table, kind, key, nameColumn, isRoot, numbers, stillOpen);
  }
}
