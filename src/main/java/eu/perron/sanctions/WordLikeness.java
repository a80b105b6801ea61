package eu.perron.sanctions;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How alike two words are, from 0 to 1; what is not alike enough to be a slip is 0. */
final class WordLikeness {
  /** An initial stands for a word that begins with it, as far as one letter can. */
  static final double BY_INITIAL = 0.75;

  private static final double LEAST = 0.82;
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
  private static final LevenshteinDistance SLIPS = new LevenshteinDistance(3);

  private WordLikeness() {}

  static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    if (NameWords.isInitial(one) || NameWords.isInitial(other)) {
      return one.charAt(0) == other.charAt(0) ? BY_INITIAL : 0;
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter < 4 || hasDigit(one) || hasDigit(other)) {
      return 0;
    }
    int slips = SLIPS.apply(one, other);
    boolean soundsAlike = sound(one).equals(sound(other));
    int allowed = shorter < 6 ? 1 : shorter < 10 ? 2 : 3;
    if (slips < 0 || slips > allowed + (soundsAlike ? 1 : 0)) {
      return 0;
    }
    double likeness = JARO_WINKLER.apply(one, other);
    double heard = soundsAlike ? (1 + likeness) / 2 : likeness;
    return heard < LEAST ? 0 : heard;
  }

  /** Empty where nothing is heard, as of digits. */
  static String sound(String word) {
    String code = Sounds.OF.doubleMetaphone(word);
    return code == null ? "" : code;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** Longer codes than the library's four letters: these tell more names apart. */
  private static final class Sounds {
    private static final DoubleMetaphone OF = new DoubleMetaphone();

    static {
      OF.setMaxCodeLen(8);
    }
  }
}
