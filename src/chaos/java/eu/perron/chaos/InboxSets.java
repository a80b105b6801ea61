package eu.perron.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Promise 4, the inbox alone. Each set is what a carrier or customs tell about one order; each is
 * told twice, about two orders that are alike: once in its order, and three times shuffled among
 * all others. Both must end alike, down to the timeline.
 */
final class InboxSets implements Experiment {
  private static final int SETS = 10_000;
  private static final int COPIES = 3;

  /** Of ten sets, those that customs tells; the others the carrier. */
  private static final int BY_CUSTOMS = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "inbox-sets";
  }

  @Override
  public String promise() {
    return "Order and duplicates of messages do not matter to the inbox";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    Random chance = scale.chance();
    int sets = scale.of(SETS);
    Node node = stage.withNodes(1).get(0);
    Twins twins = new Twins(stage.database());
    twins.book(sets, anEndedOrder(stage, scale));
    List<NewsSet> histories =
        IntStream.range(0, sets)
            .mapToObj(
                number ->
                    number % 10 < BY_CUSTOMS
                        ? NewsSet.ofCustoms(number, chance)
                        : NewsSet.ofTheCarrier(number, chance))
            .toList();
    try (Post post = new Post(node.url())) {
      long began = System.nanoTime();
      tellInOrder(stage, post, histories);
      double inOrder = seconds(began);
      int once = post.told();
      began = System.nanoTime();
      tellShuffled(post, histories, chance);
      awaitApplied(stage);
      findings.did(
          "%d sets of news told in order, and %d times shuffled about others that are alike"
              .formatted(sets, COPIES));
      findings.figure("pieces of news in order", once);
      findings.figure("pieces of news shuffled, with copies", post.told() - once);
      findings.figure("seconds, in order, each step applied before the next", inOrder);
      findings.figure("seconds, shuffled, until all is applied", seconds(began));
      findings.mustBeNone("answers of the doors other than 2xx", post.refused());
    }
    compare(twins, sets, findings);
    for (Map.Entry<String, Long> left : stage.truth().leftovers().entrySet()) {
      findings.mustBe(left.getKey(), 0, left.getValue());
    }
    twins.forgetAnswers();
  }

  private static String anEndedOrder(Stage stage, Scale scale) throws Exception {
    String prefix = "SETS-" + scale.seed() + "-";
    try (Seller seller = new Seller(stage.door().url(), prefix, number -> null)) {
      seller.send(1);
      seller.stopAndAwaitAnswers();
      stage.truth().drained(prefix);
      return seller.orderNumbers().iterator().next();
    }
  }

  private static void tellInOrder(Stage stage, Post post, List<NewsSet> histories)
      throws Exception {
    int steps = histories.stream().mapToInt(set -> set.news().size()).max().orElse(0);
    for (int step = 0; step < steps; step++) {
      List<NewsSet.News> now = new ArrayList<>();
      for (NewsSet set : histories) {
        if (step < set.news().size()) {
          now.add(set.news().get(step).about(Twins.ORDERED));
        }
      }
      post.tell(now);
      awaitApplied(stage);
    }
  }

  private static void tellShuffled(Post post, List<NewsSet> histories, Random chance)
      throws Exception {
    List<NewsSet.News> all = new ArrayList<>();
    for (NewsSet set : histories) {
      for (int copy = 0; copy < COPIES; copy++) {
        set.news().forEach(news -> all.add(news.about(Twins.SHUFFLED)));
      }
    }
    Collections.shuffle(all, chance);
    post.tell(all);
  }

  private static void awaitApplied(Stage stage) throws InterruptedException {
    Await.until(
        PATIENCE,
        "all news is applied",
        () ->
            stage.truth().number("SELECT COUNT(*) FROM exchange_arrival WHERE state = 'NEW'") == 0);
  }

  private static void compare(Twins twins, int sets, Findings findings) throws SQLException {
    Map<Integer, Twins.End> ordered = twins.ends(Twins.ORDERED);
    Map<Integer, Twins.End> shuffled = twins.ends(Twins.SHUFFLED);
    List<String> states = new ArrayList<>();
    List<String> timelines = new ArrayList<>();
    int announced = 0;
    TreeSet<String> kinds = new TreeSet<>();
    for (int number = 0; number < sets; number++) {
      Twins.End one = ordered.get(number);
      Twins.End other = shuffled.get(number);
      kinds.add(one.kind());
      if (!one.state().equals(other.state())) {
        states.add(number + ": " + one.state() + " <> " + other.state());
      }
      if (!one.timeline().equals(other.timeline())) {
        timelines.add(number + ": " + one.timeline() + " <> " + other.timeline());
      }
      announced += one.announced().equals(other.announced()) ? 0 : 1;
    }
    findings.figure("ends that occurred", String.join(" ", kinds));
    findings.figure("identical final state, %", 100.0 * (sets - states.size()) / Math.max(1, sets));
    findings.mustBeNone("sets that ended otherwise", states);
    findings.mustBeNone("timelines that differ", timelines);
    findings.figure(
        "sets of which the process heard in other words, having acted on the later news first",
        announced);
  }

  private static double seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
  }
}
