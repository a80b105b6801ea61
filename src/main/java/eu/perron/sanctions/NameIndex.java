package eu.perron.sanctions;

import eu.perron.sanctions.ListedEntry.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All names of a list, found by their words: by the word itself, by the word with one letter left
 * out (on either side), by its sound, by its consonants. So a name is compared with the few it may
 * resemble and not with all. A word that many names bear weighs little.
 */
final class NameIndex {
  private static final double RAREST = 1.0;
  private static final double COMMONEST = 0.4;
  private static final double PARTICLE = 0.25;
  private static final double INITIAL = 0.2;

  /** What is so common is looked up only if the name has nothing rarer. */
  private static final double SEED = 0.5;

  private final List<Name> names = new ArrayList<>();
  private final Map<String, int[]> namesWithWord = new HashMap<>();
  private final Map<String, List<String>> near = new HashMap<>();
  private final Map<String, int[]> whole = new HashMap<>();
  private final double sizeLog;

  /**
   * A name to be compared with.
   *
   * @param derived first and last name alone of somebody whose whole name has more
   */
  record Name(ListedEntry entry, ListedName listed, List<String> words, boolean derived) {}

  NameIndex(List<ListedEntry> entries) {
    entries.forEach(this::add);
    Map<String, Set<Integer>> postings = new HashMap<>();
    Map<String, Set<Integer>> runTogether = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      for (String word : names.get(i).words()) {
        postings.computeIfAbsent(word, key -> new HashSet<>()).add(i);
      }
      runTogether
          .computeIfAbsent(String.join("", names.get(i).words()), key -> new HashSet<>())
          .add(i);
    }
    postings.forEach((word, at) -> namesWithWord.put(word, sorted(at)));
    runTogether.forEach((name, at) -> whole.put(name, sorted(at)));
    postings.keySet().forEach(word -> keys(word).forEach(key -> near(key).add(word)));
    sizeLog = Math.log(Math.max(10, names.size()));
  }

  private void add(ListedEntry entry) {
    Set<List<String>> known = new HashSet<>();
    for (ListedName name : entry.names()) {
      List<String> words = NameWords.of(name.whole());
      if (!words.isEmpty() && known.add(words)) {
        names.add(new Name(entry, name, words, false));
      }
      List<String> first = NameWords.of(name.first());
      List<String> last = NameWords.of(name.last());
      if (entry.subject() == Subject.PERSON && first.size() > 1 && !last.isEmpty()) {
        List<String> shorter = new ArrayList<>(first.subList(0, 1));
        shorter.addAll(last);
        if (known.add(shorter)) {
          names.add(new Name(entry, name, shorter, true));
        }
      }
    }
  }

  private List<String> near(String key) {
    return near.computeIfAbsent(key, absent -> new ArrayList<>(2));
  }

  private static int[] sorted(Set<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  int size() {
    return names.size();
  }

  Name name(int number) {
    return names.get(number);
  }

  double weight(String word) {
    if (NameWords.isInitial(word)) {
      return INITIAL;
    }
    if (NameWords.isParticle(word)) {
      return PARTICLE;
    }
    int[] bearers = namesWithWord.get(word);
    if (bearers == null || bearers.length == 1) {
      return RAREST;
    }
    double commonness = Math.log(bearers.length) / sizeLog;
    return Math.max(COMMONEST, RAREST - commonness * commonness);
  }

  /** The names that share, or nearly share, a word with this one. */
  int[] candidates(List<String> words) {
    double least =
        words.stream().mapToDouble(this::weight).max().orElse(0) >= SEED ? SEED : INITIAL;
    Set<Integer> found = new HashSet<>();
    for (String word : words) {
      if (weight(word) < least || NameWords.isInitial(word)) {
        continue;
      }
      for (String listed : alike(word)) {
        Arrays.stream(namesWithWord.get(listed)).forEach(found::add);
      }
    }
    joined(words).forEach(name -> Arrays.stream(whole(name)).forEach(found::add));
    return sorted(found);
  }

  /** Of {@code xiao ming} and {@code xiaoming}, written in any order, with all letters alike. */
  boolean isWrittenTogether(List<String> words, Name name) {
    String listed = String.join("", name.words());
    return listed.length() >= 6 && joined(words).contains(listed);
  }

  private int[] whole(String name) {
    return whole.getOrDefault(name, new int[0]);
  }

  /** Family name first or last. */
  private static Set<String> joined(List<String> words) {
    Set<String> ways = new HashSet<>();
    ways.add(String.join("", words));
    if (words.size() > 1) {
      ways.add(words.get(words.size() - 1) + String.join("", words.subList(0, words.size() - 1)));
      ways.add(String.join("", words.subList(1, words.size())) + words.get(0));
    }
    return ways;
  }

  private Set<String> alike(String word) {
    Set<String> listed = new HashSet<>();
    for (String key : keys(word)) {
      for (String one : near.getOrDefault(key, List.of())) {
        if (WordLikeness.of(word, one) > 0) {
          listed.add(one);
        }
      }
    }
    return listed;
  }

  /** What a word is found by although it is misspelt: two words within a slip share a key. */
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

  static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::score).reversed().thenComparing(hit -> hit.entry().id());
}
