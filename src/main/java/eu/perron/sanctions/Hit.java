package eu.perron.sanctions;

import java.time.LocalDate;
import java.util.List;

/**
 * A name that resembles one on the list, and the evidence.
 *
 * @param listed the name of the entry that it resembles most
 * @param score 100: the same words, and nothing against it; nobody is called 100 whom the publisher
 *     places in other countries only
 * @param words which word was taken for which
 * @param version of our list, and the day that the publisher wrote into it
 */
public record Hit(
    ListedEntry entry,
    ListedName listed,
    int score,
    List<Pair> words,
    long version,
    LocalDate generatedOn) {

  /**
   * @param percent how alike they are
   */
  public record Pair(String given, String listed, int percent) {
    @Override
    public String toString() {
      return percent == 100
          ? "%s = %s".formatted(given, listed)
          : "%s ~ %s (%d %%)".formatted(given, listed, percent);
    }
  }
}
