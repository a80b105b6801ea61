package eu.perron.connectors.airline;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as a teletype can print it: capitals, digits, full stop, hyphen and blank. */
final class ImpText {
  private ImpText() {}

  /** Accents fall off; what has no letter for it becomes a blank. */
  static String clean(String given) {
    String plain =
        Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFD)
            .replaceAll("[\\p{M}'\u2019]", "")
            .replace('/', '-')
            .toUpperCase(Locale.ROOT);
    return plain.replaceAll("[^A-Z0-9.-]+", " ").strip();
  }

  static String clean(String given, int longest, String otherwise) {
    String clean = clean(given);
    return clean.isEmpty()
        ? otherwise
        : clean.substring(0, Math.min(longest, clean.length())).strip();
  }

  /**
   * Cut within words, as the airlines do, but not behind a blank, which would be lost: joined it is
   * the text again.
   */
  static List<String> cut(String text, int width, int mostLines) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length() && lines.size() < mostLines) {
      int to = Math.min(text.length(), from + width);
      int end = to < text.length() && to > from + 1 && text.charAt(to - 1) == ' ' ? to - 1 : to;
      lines.add(text.substring(from, end));
      from = end;
    }
    return lines;
  }

  static String number(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
  }
}
