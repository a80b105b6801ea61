package eu.perron.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes or removes many rows of one table by one statement, found by their primary key. That
 * index is named: left to choose, the server reads all of a small table, and locks the rows of
 * others.
 */
public final class KeyedRows {
  private static final int AT_ONCE = 500;

  private final String verb;
  private final String key;
  private final String each;
  private final String condition;

  private KeyedRows(String verb, String key, String each, String condition) {
    this.verb = verb;
    this.key = key;
    this.each = each;
    this.condition = condition;
  }

  public static KeyedRows delete(String table, String key) {
    return new KeyedRows(
        "DELETE %1$s FROM %1$s FORCE INDEX (PRIMARY)".formatted(table), key, null, "");
  }

  /**
   * @param set what all of them get, such as {@code a = ?, b = b + 1}
   */
  public static KeyedRows update(String table, String key, String set) {
    return new KeyedRows(
        "UPDATE %s FORCE INDEX (PRIMARY) SET %s".formatted(table, set), key, null, "");
  }

  /** A column in which each row gets a value of its own. */
  public KeyedRows each(String column) {
    return new KeyedRows(verb, key, column, condition);
  }

  /**
   * @param also what a row must fulfil, without parameters
   */
  public KeyedRows where(String also) {
    return new KeyedRows(verb, key, each, " AND " + also);
  }

  /**
   * @param values of what all of them get
   */
  public void write(JdbcTemplate jdbc, Collection<?> keys, Object... values) {
    write(jdbc, keys, Map.of(), values);
  }

  /**
   * @param own by key, the value of the column that {@link #each} names
   * @param values of what all of them get
   */
  public void writeEach(JdbcTemplate jdbc, Map<?, ?> own, Object... values) {
    write(jdbc, own.keySet(), own, values);
  }

  private void write(JdbcTemplate jdbc, Collection<?> keys, Map<?, ?> own, Object[] values) {
    List<Object> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      writeSome(jdbc, all.subList(from, Math.min(all.size(), from + AT_ONCE)), own, values);
    }
  }

  private void writeSome(JdbcTemplate jdbc, List<Object> keys, Map<?, ?> own, Object[] values) {
    StringBuilder sql = new StringBuilder(verb);
    List<Object> parameters = new ArrayList<>(Arrays.asList(values));
    if (each != null) {
      sql.append(", ").append(each).append(" = CASE ").append(key);
      sql.append(" WHEN ? THEN ?".repeat(keys.size())).append(" END");
      keys.forEach(one -> parameters.addAll(Arrays.asList(one, own.get(one))));
    }
    String places = String.join(", ", Collections.nCopies(keys.size(), "?"));
    sql.append(" WHERE %s IN (%s)".formatted(key, places)).append(condition);
    parameters.addAll(keys);
    jdbc.update(sql.toString(), parameters.toArray());
  }
}
