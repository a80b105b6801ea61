package eu.perron.sanctions;

import eu.perron.sanctions.Hit.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private static final int LONG_ENOUGH_TOGETHER = 6;
  private static final double OWN_WORDS = 0.25;

  /** What a word must weigh to count as one of at least two that were found. */
  private static final double TELLING = 0.4;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::score).reversed().thenComparing(hit -> hit.entry().id());

  private final NameIndex index;
  private final WordIndex words;
  private final long version;
  private final LocalDate generatedOn;

  NameSearch(NameIndex index, long version, LocalDate generatedOn) {
    this.index = index;
    this.words = index.words();
    this.version = version;
    this.generatedOn = generatedOn;
  }

  /** A party's name, and what of the list its words may be. */
  private record Party(
      List<String> words,
      double[] weights,
      WordIndex.Likenesses[] alike,
      Set<String> together,
      String country) {}

  /**
   * The best hit of each entry, best first.
   *
   * @param country where the party is; null if unknown
   * @param least score from which a resemblance is told
   */
  List<Hit> find(String name, String country, int least) {
    List<String> spoken = NameWords.of(name);
    Party party =
        new Party(
            spoken,
            spoken.stream().mapToDouble(words::weight).toArray(),
            spoken.stream().map(words::alike).toArray(WordIndex.Likenesses[]::new),
            NameIndex.writtenTogether(spoken),
            country);
    Map<String, Hit> best = new HashMap<>();
    for (NameIndex.Name candidate : index.candidates(spoken, party.alike(), least / 100.0)) {
      Hit hit = compare(party, candidate);
      if (hit.score() >= least) {
        best.merge(
            hit.entry().id(), hit, (one, other) -> one.score() >= other.score() ? one : other);
      }
    }
    return best.values().stream().sorted(BEST_FIRST).toList();
  }

  private record Match(int given, int listed, double likeness, double weight) {}

  private Hit compare(Party party, NameIndex.Name name) {
    List<Match> matches = matches(party, name);
    double all = 0;
    for (int word : name.words()) {
      all += words.weight(word);
    }
    double own = 0;
    for (double weight : party.weights()) {
      own += weight;
    }
    double found = 0;
    double used = 0;
    int telling = 0;
    for (Match match : matches) {
      found += match.weight() * match.likeness();
      used += party.weights()[match.given()];
      telling += match.weight() >= TELLING ? 1 : 0;
    }
    double ofListed = found / all;
    double ofGiven = Math.min(1, used / own);
    double score =
        telling > 1 ? ofListed * (1 - OWN_WORDS + OWN_WORDS * ofGiven) : ofListed * ofGiven;
    if (score < TOGETHER) {
      String together = index.together(name);
      if (together.length() >= LONG_ENOUGH_TOGETHER && party.together().contains(together)) {
        return hit(
            name,
            TOGETHER,
            List.of(new Pair(String.join(" ", party.words()), spoken(name), 100)),
            party.country());
      }
    }
    List<Pair> pairs =
        matches.stream()
            .sorted(Comparator.comparingInt(Match::listed))
            .map(
                match ->
                    new Pair(
                        party.words().get(match.given()),
                        words.word(name.words()[match.listed()]),
                        (int) Math.round(match.likeness() * 100)))
            .toList();
    return hit(name, score, pairs, party.country());
  }

  private String spoken(NameIndex.Name name) {
    List<String> spoken = new ArrayList<>();
    for (int word : name.words()) {
      spoken.add(words.word(word));
    }
    return String.join(" ", spoken);
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
  private List<Match> matches(Party party, NameIndex.Name name) {
    List<Match> possible = new ArrayList<>();
    for (int i = 0; i < party.words().size(); i++) {
      for (int j = 0; j < name.words().length; j++) {
        int listed = name.words()[j];
        double likeness = likeness(party, i, listed);
        if (likeness > 0) {
          possible.add(new Match(i, j, likeness, words.weight(listed)));
        }
      }
    }
    possible.sort(
        Comparator.comparingDouble(Match::likeness).thenComparingDouble(Match::weight).reversed());
    boolean[] givenTaken = new boolean[party.words().size()];
    boolean[] listedTaken = new boolean[name.words().length];
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

  private double likeness(Party party, int given, int listed) {
    double alike = party.alike()[given].of(listed);
    return alike > 0 ? alike : WordLikeness.byInitial(party.words().get(given), words.word(listed));
  }
}
