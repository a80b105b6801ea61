package eu.perron.sanctions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The different words of all names of a list, found although they are misspelt: by the word itself,
 * by the word with one letter left out (on either side), by its sound, by its consonants.
 */
final class WordIndex {
  private static final double RAREST = 1.0;
  private static final double COMMONEST = 0.4;
  private static final double PARTICLE = 0.25;
  private static final double INITIAL = 0.2;
  private static final int MOST_REMEMBERED = 20_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> sounds = new ArrayList<>();
  private final Map<String, int[]> near = new HashMap<>();

  /** People are often called alike: what was compared once is not compared again. */
  private final Map<String, Likenesses> remembered = new ConcurrentHashMap<>();

  private double[] weights;

  /**
   * Words of the list that a word may be meant for.
   *
   * @param words their numbers, each with how alike it is
   */
  record Likenesses(int[] words, double[] likenesses) {
    /** 0: not alike. */
    double of(int word) {
      for (int i = 0; i < words.length; i++) {
        if (words[i] == word) {
          return likenesses[i];
        }
      }
      return 0;
    }
  }

  int add(String word) {
    Integer known = numbers.putIfAbsent(word, words.size());
    if (known != null) {
      return known;
    }
    words.add(word);
    sounds.add(WordLikeness.sound(word));
    return words.size() - 1;
  }

  /**
   * @param bearers of each word, how many names bear it
   */
  void close(int[] bearers, int names) {
    double size = Math.log(Math.max(10, names));
    weights = new double[words.size()];
    Map<String, List<Integer>> keyed = new HashMap<>();
    for (int word = 0; word < weights.length; word++) {
      double commonness = Math.log(Math.max(1, bearers[word])) / size;
      weights[word] = ofKind(words.get(word), RAREST - commonness * commonness);
      for (String key : keys(words.get(word))) {
        keyed.computeIfAbsent(key, absent -> new ArrayList<>(2)).add(word);
      }
    }
    keyed.forEach((key, at) -> near.put(key, at.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static double ofKind(String word, double weight) {
    return NameWords.isInitial(word)
        ? INITIAL
        : NameWords.isParticle(word) ? PARTICLE : Math.max(COMMONEST, weight);
  }

  String word(int number) {
    return words.get(number);
  }

  double weight(int number) {
    return weights[number];
  }

  /** A word that no listed name has is as telling as the rarest. */
  double weight(String word) {
    Integer known = numbers.get(word);
    return known == null ? ofKind(word, RAREST) : weights[known];
  }

  Likenesses alike(String word) {
    Likenesses known = remembered.get(word);
    if (known == null) {
      known = compared(word);
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(word, known);
    }
    return known;
  }

  private Likenesses compared(String word) {
    String sound = WordLikeness.sound(word);
    Map<Integer, Double> found = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    for (String key : keys(word)) {
      for (int one : near.getOrDefault(key, new int[0])) {
        if (seen.add(one)) {
          double likeness = WordLikeness.of(word, sound, words.get(one), sounds.get(one));
          if (likeness > 0) {
            found.put(one, likeness);
          }
        }
      }
    }
    int[] alike = found.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] likenesses = new double[alike.length];
    for (int i = 0; i < alike.length; i++) {
      likenesses[i] = found.get(alike[i]);
    }
    return new Likenesses(alike, likenesses);
  }

  /** Two words within a slip share one. */
  private static Set<String> keys(String word) {
    Set<String> keys = new HashSet<>();
    keys.add(word);
    if (word.length() >= 4) {
      for (int i = 0; i < word.length(); i++) {
        keys.add(word.substring(0, i) + word.substring(i + 1));
      }
      String sound = WordLikeness.sound(word);
      if (sound.length() >= 2) {
        keys.add("~" + sound);
      }
      String consonants = NameWords.consonants(word);
      if (consonants.length() >= 3) {
        keys.add("#" + consonants);
      }
    }
    return keys;
  }
}
