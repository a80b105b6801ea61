package eu.perron.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Promise 3: a node that slept past its locks and leases, while another did its work, wakes. */
final class Sleepers implements Experiment {
  private static final int SLEEPS = 20;

  /** Ours for this experiment; twenty sleeps past the ordinary minute would take half an hour. */
  private static final Duration LOCK = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "sleepers";
  }

  @Override
  public String promise() {
    return "A node that slept wakes harmless";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    Random chance = scale.chance();
    String prefix = "SLEEP-" + scale.seed() + "-";
    List<Node> nodes =
        stage.withNodes(
            2,
            Map.of(
                "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS",
                Long.toString(LOCK.toMillis()),
                "PERRON_EXCHANGE_LEASE",
                LOCK.toString()));
    int sleeps = scale.of(SLEEPS);
    try (Seller seller = new Seller(stage.door().url(), prefix, Kills::lot)) {
      seller.sendSteadily(3);
      for (int sleep = 0; sleep < sleeps; sleep++) {
        Thread.sleep(1000 + chance.nextInt(3000));
        Node sleeper = nodes.get(sleep % 2);
        stage.door().leadsTo(List.of(nodes.get((sleep + 1) % 2)));
        sleeper.freeze();
        Thread.sleep(LOCK.plusSeconds(2).toMillis());
        sleeper.thaw();
        stage.door().leadsTo(nodes);
      }
      seller.stopAndAwaitAnswers();
      findings.did(
          sleeps
              + " x SIGSTOP of one of two nodes for "
              + LOCK.plusSeconds(2).toSeconds()
              + " s, job lock and message lease set to "
              + LOCK.toSeconds()
              + " s");
      Reckoning.of(stage, seller, prefix, "2 nodes", findings);
    }
  }
}
