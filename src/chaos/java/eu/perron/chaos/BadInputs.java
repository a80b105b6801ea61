package eu.perron.chaos;

import eu.perron.chaos.BadInput.Caller;
import eu.perron.chaos.BadInput.Door;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Promise 10: malformed messages at each door of a running node. */
final class BadInputs implements Experiment {
  static final int MESSAGES = 10_000;

  @Override
  public String name() {
    return "bad-input";
  }

  @Override
  public String promise() {
    return "Bad input is answered";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    Map<String, String> compiled = scale.quick() ? Map.of() : Program.LONG_LIVED;
    Node node = stage.withNodes(1, compiled).get(0);
    // A node that has done its work has the threads that belong to it.
    honestOrders(stage, "BEFORE-BAD-INPUT-" + scale.seed() + "-", "before", findings);
    int many = scale.of(MESSAGES);
    int threads = 0;
    BadInput input = BadInput.of(Path.of(""), scale.seed());
    BadInputAtDoors shooter =
        new BadInputAtDoors(node.url(), stage.data(), Stage.PASSWORD, Stage.API_KEY);
    List<String> ours = new ArrayList<>();
    List<String> hangs = new ArrayList<>();
    Set<String> refused = new TreeSet<>();
    long slowest = 0;
    int putOff = 0;
    for (Door door : input.doors()) {
      BadInputAtDoors.Tally tally = shooter.fire(input, door, many);
      System.out.println("    " + tally);
      threads = threads == 0 ? node.threads() : threads;
      for (BadInputAtDoors.Answer answer : tally.worst()) {
        (answer.isMissing() ? hangs : ours).add(door.name() + " " + answer.status());
      }
      slowest = Math.max(slowest, tally.slowestMillis());
      putOff += tally.byStatus().getOrDefault(429, 0);
      if (door.caller() == Caller.PARTNER) {
        refused.addAll(tally.refused());
      }
    }
    findings.did(many + " malformed messages at each of " + input.doors().size() + " doors");
    findings.mustBeNone("5xx", ours);
    findings.mustBeNone("unanswered within 10 s", hangs);
    findings.figure("slowest answer, ms", slowest);
    findings.figure("asked to wait (429)", putOff);
    findings.figure("refused by partners' doors", refused.size());
    refused.removeAll(kept(stage));
    findings.mustBeNone("refused and lost without trace", refused);
    findings.mustBeAtMost("threads more than after the first door", 40, node.threads() - threads);
    findings.figure("heap after it, MiB", node.liveHeap());
    // Nothing of it may hold up an honest order.
    honestOrders(stage, "AFTER-BAD-INPUT-" + scale.seed() + "-", "afterwards", findings);
  }

  private static Set<String> kept(Stage stage) throws Exception {
    return new HashSet<>(
        stage
            .truth()
            .texts(
                "SELECT message_key, state FROM exchange_message WHERE message_key LIKE ?",
                "unreadable-%")
            .keySet());
  }

  private static void honestOrders(Stage stage, String prefix, String when, Findings findings)
      throws Exception {
    try (Seller seller = new Seller(stage.door().url(), prefix, number -> null)) {
      seller.send(20);
      seller.stopAndAwaitAnswers();
    }
    List<Truth.OrderState> stuck = stage.truth().drained(prefix);
    findings.mustBeNone("orders " + when + " that are stuck", stuck);
    long delivered =
        stage.truth().orders(prefix).stream()
            .filter(order -> order.status().equals("DELIVERED"))
            .count();
    findings.mustBe("orders " + when + " delivered, of 20", 20, delivered);
  }
}
