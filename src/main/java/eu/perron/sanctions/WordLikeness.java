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
  private static final LevenshteinDistance SLIPS = new LevenshteinDistance(4);

  private WordLikeness() {}

  /**
   * @param oneSound as {@link #sound} tells it
   */
  static double of(String one, String oneSound, String other, String otherSound) {
    if (one.equals(other)) {
      return 1;
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter < 4 || hasDigit(one) || hasDigit(other)) {
      return 0;
    }
    boolean soundsAlike = oneSound.equals(otherSound);
    int allowed = (shorter < 6 ? 1 : shorter < 10 ? 2 : 3) + (soundsAlike ? 1 : 0);
    if (Math.max(one.length(), other.length()) - shorter > allowed) {
      return 0;
    }
    double likeness = JARO_WINKLER.apply(one, other);
    double heard = soundsAlike ? (1 + likeness) / 2 : likeness;
    if (heard < LEAST) {
      return 0;
    }
    int slips = SLIPS.apply(one, other);
    return slips < 0 || slips > allowed ? 0 : heard;
  }

  /** 0 unless one of them is an initial and the other a word that begins with it. */
  static double byInitial(String one, String other) {
    boolean initial = NameWords.isInitial(one) || NameWords.isInitial(other);
    return initial && one.charAt(0) == other.charAt(0) ? BY_INITIAL : 0;
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
