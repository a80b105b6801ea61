package eu.perron.sanctions;

import eu.perron.sanctions.Hit.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares names with a list. Each word of the listed name is given the word of the party's name
 * that is most like it; what the listed name is worth is how much of its weight was found so. Words
 * that the party has beside lessen it a little, or fully where the listed name is of one word only.
 */
final class NameSearch {
  /** The words are the same, but the publisher places the entry in other countries. */
  private static final double ELSEWHERE = 0.98;

  /** The publisher says itself that the name identifies badly. */
  private static final double WEAK = 0.93;

  /** Of a longer name first and last word alone. */
  private static final double SHORTENED = 0.93;

  private static final double TOGETHER = 0.99;
  private static final double OWN_WORDS = 0.25;

  /** What a word must weigh to count as one of at least two that were found. */
  private static final double TELLING = 0.4;

  private final NameIndex index;
  private final long version;
  private final LocalDate generatedOn;

  NameSearch(NameIndex index, long version, LocalDate generatedOn) {
    this.index = index;
    this.version = version;
    this.generatedOn = generatedOn;
  }

  /**
   * The best hit of each entry, best first.
   *
   * @param country where the party is; null if unknown
   * @param least score from which a resemblance is told
   */
  List<Hit> find(String name, String country, int least) {
    List<String> words = NameWords.of(name);
    Map<String, Hit> best = new HashMap<>();
    for (int candidate : index.candidates(words)) {
      Hit hit = compare(words, index.name(candidate), country);
      if (hit.score() >= least) {
        best.merge(
            hit.entry().id(), hit, (one, other) -> one.score() >= other.score() ? one : other);
      }
    }
    return best.values().stream().sorted(NameIndex.BEST_FIRST).toList();
  }

  private record Match(int given, int listed, double likeness) {}

  private Hit compare(List<String> words, NameIndex.Name name, String country) {
    double[] given = weights(words);
    double[] listed = weights(name.words());
    List<Match> matches = matches(words, name.words(), listed);
    double found = 0;
    double used = 0;
    int telling = 0;
    for (Match match : matches) {
      found += listed[match.listed()] * match.likeness();
      used += given[match.given()];
      telling += listed[match.listed()] >= TELLING ? 1 : 0;
    }
    double ofListed = found / sum(listed);
    double ofGiven = Math.min(1, used / sum(given));
    double score =
        telling > 1 ? ofListed * (1 - OWN_WORDS + OWN_WORDS * ofGiven) : ofListed * ofGiven;
    if (score < TOGETHER && index.isWrittenTogether(words, name)) {
      Pair all = new Pair(String.join(" ", words), String.join(" ", name.words()), 100);
      return hit(name, TOGETHER, List.of(all), country);
    }
    List<Pair> pairs =
        matches.stream()
            .sorted(Comparator.comparingInt(Match::listed))
            .map(
                match ->
                    new Pair(
                        words.get(match.given()),
                        name.words().get(match.listed()),
                        (int) Math.round(match.likeness() * 100)))
            .toList();
    return hit(name, score, pairs, country);
  }

  private Hit hit(NameIndex.Name name, double compared, List<Pair> pairs, String country) {
    double score = compared;
    if (name.derived()) {
      score *= SHORTENED;
    }
    if (!name.listed().strong()) {
      score *= WEAK;
    }
    List<String> countries = name.entry().countries();
    if (country != null && !countries.isEmpty() && !countries.contains(country)) {
      score *= ELSEWHERE;
    }
    return new Hit(
        name.entry(), name.listed(), (int) (score * 100 + 1e-6), pairs, version, generatedOn);
  }

  /** Each word once, the best pairs first. */
  private static List<Match> matches(List<String> words, List<String> listed, double[] weights) {
    List<Match> possible = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < listed.size(); j++) {
        double likeness = WordLikeness.of(words.get(i), listed.get(j));
        if (likeness > 0) {
          possible.add(new Match(i, j, likeness));
        }
      }
    }
    possible.sort(
        Comparator.comparingDouble((Match match) -> -match.likeness())
            .thenComparingDouble(match -> -weights[match.listed()]));
    boolean[] givenTaken = new boolean[words.size()];
    boolean[] listedTaken = new boolean[listed.size()];
    List<Match> taken = new ArrayList<>();
    for (Match match : possible) {
      if (!givenTaken[match.given()] && !listedTaken[match.listed()]) {
        givenTaken[match.given()] = true;
        listedTaken[match.listed()] = true;
        taken.add(match);
      }
    }
    return taken;
  }

  private double[] weights(List<String> words) {
    return words.stream().mapToDouble(index::weight).toArray();
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum == 0 ? 1 : sum;
  }
}
