package eu.perron.sanctions;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name as words that can be compared: in Latin letters whatever its script, lower case, no
 * accents, no forms of address, no legal forms.
 */
final class NameWords {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII");

  /** What says nothing of who is meant: forms of address, legal forms, joining words. */
  private static final Set<String> SILENT =
      Set.of(
          ("mr mrs ms miss dr prof sir madame mme mlle monsieur herr frau dhr mevr heer mevrouw ltd"
                  + " limited co company corp corporation inc incorporated llc llp plc gmbh ag mbh sa"
                  + " sarl sas srl sprl bv bvba nv cv spa sro doo kg oy oyj aps ooo oao zao pao ao jsc"
                  + " ojsc pjsc cjsc fze fzc fzco fzllc and et und en the of von zu")
              .split(" "));

  /** Parts of names that many bear; alone they mean nobody. */
  private static final Set<String> PARTICLES =
      Set.of(
          "al el bin ibn bint abu abd ul ud van de der den la le du des di da dos ap ben"
              .split(" "));

  private NameWords() {}

  static List<String> of(String name) {
    List<String> all = all(name);
    List<String> telling = all.stream().filter(word -> !SILENT.contains(word)).toList();
    return telling.isEmpty() ? all : telling;
  }

  private static List<String> all(String name) {
    String latin = name == null ? "" : name;
    if (!latin.chars().allMatch(letter -> letter < 0x80)) {
      latin = LATIN.transliterate(latin);
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = latin.toLowerCase(Locale.ROOT);
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      if (Character.isLetterOrDigit(letter)) {
        word.append(letter);
      } else if (letter == '.' && word.length() > 0 && isAbbreviation(plain, i)) {
        // S.A., L.L.C.: one word, so that it is known for what it is
        continue;
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** One letter before the dot and one behind it, itself followed by a dot or the end. */
  private static boolean isAbbreviation(String text, int dot) {
    boolean oneBefore = dot == 1 || !Character.isLetterOrDigit(text.charAt(dot - 2));
    boolean oneBehind =
        dot + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(dot + 1))
            && (dot + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(dot + 2)));
    return oneBefore && oneBehind;
  }

  /**
   * What is left of a word whatever the custom by which it came into Latin letters: {@code
   * Tarkhanovsky}, {@code Tarchanowski} and {@code Tarhanovskij} are one.
   */
  static String consonants(String word) {
    String plain = word.replaceAll("[kcg]h|[aeiouyjh]", "");
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char letter =
          switch (plain.charAt(i)) {
            case 'w', 'v' -> 'f';
            case 'c', 'q', 'x', 'g' -> 'k';
            case 'z' -> 's';
            case 'd' -> 't';
            case 'b' -> 'p';
            default -> plain.charAt(i);
          };
      if (kept.isEmpty() || kept.charAt(kept.length() - 1) != letter) {
        kept.append(letter);
      }
    }
    return kept.toString();
  }

  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  static boolean isInitial(String word) {
    return word.length() == 1 && Character.isLetter(word.charAt(0));
  }
}
