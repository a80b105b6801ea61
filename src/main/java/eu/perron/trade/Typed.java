package eu.perron.trade;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What people type and paste: blanks of every sort, dashes of every sort, small letters, the
 * full-width letters and digits of a Chinese keyboard, invisible characters from a web page.
 */
final class Typed {

  private Typed() {}

  /** Makes an identifier of a normalised text; a refusal names the text as it was typed. */
  static <T> T read(String given, UnaryOperator<String> normalise, Function<String, T> make) {
    try {
      return make.apply(given == null ? "" : normalise.apply(given));
    } catch (InvalidIdentifier invalid) {
      throw invalid.asTyped(given);
    }
  }

  /** Upper case, without blanks and dashes. */
  static String compact(String given) {
    return without(upper(plain(given)), " -");
  }

  /** Upper case, without blanks, dashes and dots. */
  static String compactWithoutDots(String given) {
    return without(upper(plain(given)), " -.");
  }

  /** The same text in ASCII forms, invisible characters gone, no blanks around it. */
  static String plain(String given) {
    StringBuilder plain = new StringBuilder(given.length());
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        plain.append((char) (c - 0xFEE0));
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        plain.append(' ');
      } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') {
        plain.append('-');
      } else if (Character.getType(c) != Character.FORMAT) {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  /** ASCII only: elsewhere upper case may turn one letter into two or a foreign one into ours. */
  static String upper(String text) {
    StringBuilder upper = new StringBuilder(text);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c >= 'a' && c <= 'z') {
        upper.setCharAt(i, (char) (c - 'a' + 'A'));
      }
    }
    return upper.toString();
  }

  static String without(String text, String separators) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (separators.indexOf(text.charAt(i)) < 0) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
