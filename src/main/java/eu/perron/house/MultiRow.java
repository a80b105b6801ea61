package eu.perron.house;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes many rows of one table by one statement: the server reads it once, where a batch of the
 * driver is as many statements as it has rows.
 */
public final class MultiRow {
  private static final int AT_ONCE = 500;

  private final String into;
  private final String places;
  private final String otherwise;

  private MultiRow(String into, String places, String otherwise) {
    this.into = into;
    this.places = places;
    this.otherwise = otherwise;
  }

  /**
   * @param insert such as {@code INSERT IGNORE INTO t}
   * @param columns divided by commas
   */
  public static MultiRow of(String insert, String columns) {
    String places = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
    return new MultiRow(insert + " (" + columns + ") VALUES ", "(" + places + ")", "");
  }

  /**
   * @param update such as {@code a = VALUES(a)}: what to do with a row that is there
   */
  public MultiRow orUpdate(String update) {
    return new MultiRow(into, places, " ON DUPLICATE KEY UPDATE " + update);
  }

  /**
   * In the order given, which is the order of locks.
   *
   * @param values of one row, in the order of the columns
   */
  public <T> void write(JdbcTemplate jdbc, Collection<T> rows, Function<T, Object[]> values) {
    List<T> all = List.copyOf(rows);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<T> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      jdbc.update(
          into + String.join(", ", Collections.nCopies(some.size(), places)) + otherwise,
          some.stream().map(values).flatMap(Arrays::stream).toArray());
    }
  }
}
