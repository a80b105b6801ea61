package eu.perron.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for in the log; null means any.
 *
 * @param word a number that stands in a message or names it
 * @param numbers the orders and consignments that the word means
 * @param day in Liège
 * @param after where the page before ended
 */
public record MessageSearch(
    String word,
    Set<String> numbers,
    String partner,
    String operation,
    String direction,
    String state,
    LocalDate day,
    Cursor after) {

  /** The last message of a page: its time and its id. */
  public record Cursor(Instant at, String id) {
    public static Optional<Cursor> parse(String text) {
      String[] parts = text == null ? new String[0] : text.split("\\.", 2);
      try {
        return parts.length < 2
            ? Optional.empty()
            : Optional.of(new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]));
      } catch (NumberFormatException spoilt) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return at.toEpochMilli() + "." + id;
    }
  }
}
