package eu.perron.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Promise 4: the same orders twice, once in peace and once with every message of every partner
 * delivered three times and out of order; what is known of each order in the end must be the same.
 */
final class Shuffled implements Experiment {
  private static final int ORDERS = 500;
  private static final Duration WITHIN = Duration.ofSeconds(4);

  @Override
  public String name() {
    return "shuffled";
  }

  @Override
  public String promise() {
    return "Order and duplicates do not matter";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    int orders = scale.of(ORDERS);
    stage.withNodes(1);
    String peace = "PEACE-" + scale.seed() + "-";
    String shuffle = "SHUFFLE-" + scale.seed() + "-";
    play(stage, peace, orders, findings);
    stage.china().confuse(new Door.Confusion(3, WITHIN, scale.chance()));
    stage.door().confuse(new Door.Confusion(3, WITHIN, scale.chance()));
    int before = stage.door().fromPartners();
    play(stage, shuffle, orders, findings);
    Await.until(
        Duration.ofSeconds(60),
        "all copies are delivered and applied",
        () -> stage.door().underway() == 0 && stage.truth().unapplied() == 0);
    Map<String, String> peaceful = endings(stage, peace);
    Map<String, String> confused = endings(stage, shuffle);
    findings.did(
        orders
            + " orders end to end in peace, the same with every partner's message three times within "
            + WITHIN.toSeconds()
            + " s, shuffled");
    findings.figure("messages brought through doors", stage.door().fromPartners() - before);
    Set<String> different = new TreeSet<>();
    peaceful.forEach(
        (order, state) -> {
          if (!state.equals(confused.get(order))) {
            different.add(order + ": " + state + " / " + confused.get(order));
          }
        });
    findings.mustBeNone("orders that ended otherwise", different);
    findings.figure("orders compared", peaceful.size());
  }

  private static void play(Stage stage, String prefix, int many, Findings findings)
      throws Exception {
    try (Seller seller = new Seller(stage.door().url(), prefix, Kills::lot)) {
      seller.send(many);
      seller.stopAndAwaitAnswers();
      Reckoning.of(stage, seller, prefix, prefix.replaceAll("-.*", "").toLowerCase(), findings);
    }
  }

  /** What is known of each order in the end, by its number within the wave. */
  private static Map<String, String> endings(Stage stage, String prefix) throws Exception {
    Map<String, String> known = new TreeMap<>();
    stage
        .truth()
        .endings(prefix)
        .forEach((reference, state) -> known.put(reference.substring(prefix.length()), state));
    return known;
  }
}
