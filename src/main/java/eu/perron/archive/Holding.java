package eu.perron.archive;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table whose rows belong to an order or a consignment and leave with it.
 *
 * @param key the column that names the order or consignment, or, with {@code isByAnyNumber}, any of
 *     the numbers that rows of other tables gave it (an LRN, a barcode)
 * @param isRoot the row that the others refer to by foreign key: it leaves last and comes back first
 * @param printed columns with a number that stands on the parcel: anybody may ask by it
 * @param spoken columns with a number that partners or sellers call it by
 * @param links columns with the id of a message
 * @param open a row that keeps its order in the house, however long ago it ended
 */
public record Holding(
    String table,
    Kind kind,
    String key,
    boolean isByAnyNumber,
    boolean isRoot,
    List<String> printed,
    List<String> spoken,
    List<String> links,
    Predicate<Map<String, Object>> open) {

  public static Holding ofOrders(String table, String key) {
    return of(table, Kind.ORDER, key);
  }

  public static Holding ofConsignments(String table, String key) {
    return of(table, Kind.CONSIGNMENT, key);
  }

  private static Holding of(String table, Kind kind, String key) {
    return new Holding(
        table, kind, key, false, false, List.of(), List.of(), List.of(), row -> false);
  }

  public Holding root() {
    return new Holding(table, kind, key, isByAnyNumber, true, printed, spoken, links, open);
  }

  /** For rows that name it only in a partner's words. */
  public Holding byAnyNumber() {
    return new Holding(table, kind, key, true, isRoot, printed, spoken, links, open);
  }

  public Holding printed(String... columns) {
    return new Holding(
        table, kind, key, isByAnyNumber, isRoot, List.of(columns), spoken, links, open);
  }

  public Holding spoken(String... columns) {
    return new Holding(
        table, kind, key, isByAnyNumber, isRoot, printed, List.of(columns), links, open);
  }

  public Holding links(String... columns) {
    return new Holding(
        table, kind, key, isByAnyNumber, isRoot, printed, spoken, List.of(columns), open);
  }

  public Holding openWhile(Predicate<Map<String, Object>> stillOpen) {
    return new Holding(table, kind, key, isByAnyNumber, isRoot, printed, spoken, links, stillOpen);
  }
}
