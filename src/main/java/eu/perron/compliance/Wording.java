package eu.perron.compliance;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Descriptions and names, made comparable: lower case, no accents, no punctuation, single spaces.
 */
final class Wording {
  private Wording() {}

  static String plain(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
  }

  static List<String> words(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /** Whether the words stand in the text, together and whole. */
  static boolean contains(String plainText, String plainWords) {
    return (" " + plainText + " ").contains(" " + plainWords + " ");
  }
}
