package eu.perron.sanctions;

import eu.perron.sanctions.ListedEntry.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All names of a list, found by their words, so that a name is compared with the few it may
 * resemble and not with all. A word that many names bear weighs little.
 */
final class NameIndex {
  /** What is commoner is looked up only if the name has nothing rarer. */
  private static final double SEED = 0.5;

  private final WordIndex words = new WordIndex();
  private final List<Name> names = new ArrayList<>();
  private final Map<String, int[]> whole = new HashMap<>();
  private final int[][] bearers;

  /**
   * A name to be compared with.
   *
   * @param words their numbers in the index
   * @param derived first and last name alone of somebody whose whole name has more
   */
  record Name(ListedEntry entry, ListedName listed, int[] words, boolean derived) {}

  NameIndex(List<ListedEntry> entries) {
    entries.forEach(this::add);
    Map<Integer, Set<Integer>> postings = new HashMap<>();
    Map<String, Set<Integer>> together = new HashMap<>();
    int most = -1;
    for (int name = 0; name < names.size(); name++) {
      for (int word : names.get(name).words()) {
        postings.computeIfAbsent(word, key -> new HashSet<>()).add(name);
        most = Math.max(most, word);
      }
      together.computeIfAbsent(together(names.get(name)), key -> new HashSet<>()).add(name);
    }
    bearers = new int[most + 1][];
    postings.forEach((word, at) -> bearers[word] = sorted(at));
    together.forEach((name, at) -> whole.put(name, sorted(at)));
    words.close(Arrays.stream(bearers).mapToInt(at -> at.length).toArray(), names.size());
  }

  private void add(ListedEntry entry) {
    Set<List<String>> known = new HashSet<>();
    for (ListedName name : entry.names()) {
      List<String> spoken = NameWords.of(name.whole());
      if (!spoken.isEmpty() && known.add(spoken)) {
        names.add(new Name(entry, name, numbers(spoken), false));
      }
      List<String> first = NameWords.of(name.first());
      List<String> last = NameWords.of(name.last());
      if (entry.subject() == Subject.PERSON && first.size() > 1 && !last.isEmpty()) {
        List<String> shorter = new ArrayList<>(first.subList(0, 1));
        shorter.addAll(last);
        if (known.add(shorter)) {
          names.add(new Name(entry, name, numbers(shorter), true));
        }
      }
    }
  }

  private int[] numbers(List<String> spoken) {
    return spoken.stream().mapToInt(words::add).toArray();
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

  WordIndex words() {
    return words;
  }

  String together(Name name) {
    StringBuilder all = new StringBuilder();
    for (int word : name.words()) {
      all.append(words.word(word));
    }
    return all.toString();
  }

  /**
   * The names of which enough may be found to reach the score; what is too common to be looked up
   * is taken as found.
   *
   * @param alike for each word of the party's name, which words of the list it may be
   * @param least from 0 to 1
   */
  List<Name> candidates(List<String> party, WordIndex.Likenesses[] alike, double least) {
    double rarest = party.stream().mapToDouble(words::weight).max().orElse(0);
    double initials = party.stream().filter(NameWords::isInitial).count();
    Map<Integer, double[]> found = new HashMap<>();
    for (int i = 0; i < alike.length; i++) {
      if (words.weight(party.get(i)) < Math.min(SEED, rarest)) {
        continue;
      }
      for (int j = 0; j < alike[i].words().length; j++) {
        int word = alike[i].words()[j];
        double weight = words.weight(word) * alike[i].likenesses()[j];
        for (int name : bearers[word]) {
          found.computeIfAbsent(name, absent -> new double[1])[0] += weight;
        }
      }
    }
    List<Name> candidates = new ArrayList<>();
    found.forEach(
        (number, weight) -> {
          Name name = names.get(number);
          double all = 0;
          double common = 0;
          for (int word : name.words()) {
            all += words.weight(word);
            common += words.weight(word) < SEED ? words.weight(word) : 0;
          }
          if (weight[0] + common + initials * WordLikeness.BY_INITIAL >= least * all) {
            candidates.add(name);
          }
        });
    writtenTogether(party)
        .forEach(
            name ->
                Arrays.stream(whole.getOrDefault(name, new int[0]))
                    .mapToObj(names::get)
                    .forEach(candidates::add));
    return candidates;
  }

  /** As one word, family name first or last: {@code xiaoming} and {@code xiao ming} are one. */
  static Set<String> writtenTogether(List<String> words) {
    Set<String> ways = new HashSet<>();
    ways.add(String.join("", words));
    if (words.size() > 1) {
      ways.add(words.get(words.size() - 1) + String.join("", words.subList(0, words.size() - 1)));
      ways.add(String.join("", words.subList(1, words.size())) + words.get(0));
    }
    return ways;
  }
}
