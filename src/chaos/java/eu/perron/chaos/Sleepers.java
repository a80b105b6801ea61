package eu.perron.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Promise 3: a node that slept past its locks and leases, while another did its work, wakes. */
final class Sleepers implements Experiment {
  private static final int SLEEPS = 20;

  /** Ours for this experiment: twenty sleeps past the ordinary minute would take half an hour. */
  private static final Duration JOB_LOCK = Duration.ofSeconds(10);

  /** A quarter of a minute more is the lease under which a node sends a message. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private static final Duration PAST_THE_LOCK = JOB_LOCK.plusSeconds(2);
  private static final Duration PAST_THE_LEASE = DEADLINE.plusSeconds(17);

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
    List<Node> nodes = stage.withNodes(2, settings());
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
                  JOB_LOCK.toSeconds(),
                  PAST_THE_LEASE.toSeconds()));
      Reckoning.of(stage, seller, prefix, "2 nodes", findings);
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", Long.toString(JOB_LOCK.toMillis()));
    for (String partner : List.of("AIRLINE", "BELGIAN_CUSTOMS", "BPOST", "CHINA_CUSTOMS", "ICS2")) {
      settings.put("PERRON_" + partner + "_DEADLINE", DEADLINE.toSeconds() + "s");
    }
    return settings;
  }
}
