package eu.perron.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Promise 3: a node that slept past its locks and leases, while another did its work, wakes. */
final class Sleepers implements Experiment {
  private static final int SLEEPS = 20;

  private static final Duration PAST_THE_LOCK = Stage.JOB_LOCK.plusSeconds(2);
  private static final Duration PAST_THE_LEASE = Stage.LEASE.plusSeconds(2);

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
    List<Node> nodes = stage.withNodes(2);
    int sleeps = scale.of(SLEEPS);
    try (Seller seller = new Seller(stage.door().url(), prefix, Kills::lot)) {
      seller.sendSteadily(3);
      for (int sleep = 0; sleep < sleeps; sleep++) {
        Thread.sleep(1000 + chance.nextInt(3000));
        Node sleeper = nodes.get(sleep % 2);
        stage.door().leadsTo(List.of(nodes.get((sleep + 1) % 2)));
        sleeper.freeze();
        // One in four, of each node in turn.
        boolean longer = sleep % 8 == 1 || sleep % 8 == 6;
        Thread.sleep((longer ? PAST_THE_LEASE : PAST_THE_LOCK).toMillis());
        sleeper.thaw();
        stage.door().leadsTo(nodes);
      }
      seller.stopAndAwaitAnswers();
      findings.did(
          "%d x SIGSTOP of one of two nodes, for %d s (past the job lock of %d s) or %d s (past the lease of a message)"
              .formatted(
                  sleeps,
                  PAST_THE_LOCK.toSeconds(),
                  Stage.JOB_LOCK.toSeconds(),
                  PAST_THE_LEASE.toSeconds()));
      Reckoning.of(stage, seller, prefix, "2 nodes", findings);
    }
  }
}
