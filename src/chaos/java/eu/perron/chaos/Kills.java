package eu.perron.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Promises 1 and 2: nodes are killed at random points, their starts included, while orders flow in;
 * then exactly between a partner's deed and our record of it.
 */
final class Kills {
  private static final int KILLS = 50;
  private static final int KILLS_BETWEEN = 200;
  private static final double RATE = 3;

  /**
   * Fewer than the nodes carry while they are being killed, and they live for seconds: each kill
   * meets work, not a heap of it.
   */
  private static final double RATE_BETWEEN = 0.35;

  /** The longest from one kill to the next; some come while a node is starting. */
  private static final Duration LIFE = Duration.ofSeconds(8);

  private static final List<String> CASES =
      List.of("CEB100", "BE416", "BEDOC", "BPADDR", "BPREFUSE", "CEB501");

  private Kills() {}

  /** Every 20th order is a case for a clerk. */
  static String lot(int number) {
    return number % 20 == 0 ? CASES.get(number / 20 % CASES.size()) : null;
  }

  /** At random points, on one node and on two. */
  static final class AtRandom implements Experiment {
    @Override
    public String name() {
      return "kills";
    }

    @Override
    public String promise() {
      return "An acknowledged order is never lost; every one ends or shows a named task; one"
          + " declaration per order at customs";
    }

    @Override
    public void run(Stage stage, Scale scale, Findings findings) throws Exception {
      List<Play> plays = plays(scale);
      try {
        int left = scale.of(KILLS);
        for (int each = 0; each < plays.size(); each++) {
          int kills = left / (plays.size() - each);
          left -= kills;
          play(stage, scale, plays.get(each), kills, findings);
        }
        for (Play play : plays) {
          Reckoning.of(stage, play.seller, play.prefix(), play.toString(), findings);
        }
      } finally {
        for (Play play : plays) {
          play.close();
        }
      }
    }

    /** First all on two nodes; in a hurry each seed once only, on two nodes or on one. */
    private static List<Play> plays(Scale scale) {
      List<Long> seeds = List.of(scale.seed(), scale.seed() + 1, scale.seed() + 2);
      List<Play> plays = new ArrayList<>();
      for (int nodes = 2; nodes >= 1; nodes--) {
        for (long seed : seeds) {
          if (!scale.quick() || (nodes == 1) == (seed == scale.seed())) {
            plays.add(new Play(nodes, seed));
          }
        }
      }
      return plays;
    }

    private static void play(Stage stage, Scale scale, Play play, int kills, Findings findings)
        throws Exception {
      int longest = (int) scale.of(LIFE, Duration.ofSeconds(5)).toMillis();
      Random chance = new Random(play.seed);
      List<Node> running = stage.withNodes(play.nodes);
      play.begin(stage);
      for (int kill = 0; kill < kills; kill++) {
        Thread.sleep(chance.nextInt(longest));
        Node victim = running.get(kill % running.size());
        victim.kill();
        victim.start();
      }
      for (Node node : running) {
        node.awaitReady();
      }
      play.seller.stopAndAwaitAnswers();
      findings.did(kills + " x kill -9 at random points on " + play);
    }

    /** What one shop sends while nodes are killed by one seed's chance. */
    private static final class Play implements AutoCloseable {
      private final int nodes;
      private final long seed;
      private Seller seller;

      Play(int nodes, long seed) {
        this.nodes = nodes;
        this.seed = seed;
      }

      void begin(Stage stage) throws IOException {
        seller = new Seller(stage.door().url(), prefix(), Kills::lot);
        seller.sendSteadily(RATE);
      }

      String prefix() {
        return "KILL-" + nodes + "-" + seed + "-";
      }

      @Override
      public void close() throws InterruptedException {
        if (seller != null) {
          seller.close();
        }
      }

      @Override
      public String toString() {
        return nodes + (nodes == 1 ? " node" : " nodes") + ", seed " + seed;
      }
    }
  }

  /** In the moment when the partner has acted and answered, and we do not know it yet. */
  static final class BetweenSendingAndRecording implements Experiment {
    @Override
    public String name() {
      return "kills-between";
    }

    @Override
    public String promise() {
      return "One declaration per order at customs, though we die between sending and recording;"
          + " what goes again is byte-identical";
    }

    @Override
    public void run(Stage stage, Scale scale, Findings findings) throws Exception {
      int kills = scale.of(KILLS_BETWEEN);
      String prefix = "BETWEEN-" + scale.seed() + "-";
      List<Node> nodes = stage.withNodes(2);
      AtomicInteger cut = new AtomicInteger();
      try (Seller seller = new Seller(stage.door().url(), prefix, Kills::lot)) {
        seller.sendSteadily(RATE_BETWEEN);
        for (int kill = 0; kill < kills; kill++) {
          Node victim = nodes.get(kill % nodes.size());
          victim.awaitReady();
          cut.addAndGet(killWhileItWaits(stage.lines(kill % nodes.size()).values(), victim));
          victim.start();
        }
        for (Node node : nodes) {
          node.awaitReady();
        }
        seller.stopAndAwaitAnswers();
        findings.did(
            kills
                + " x kill -9 of one of two nodes between the partner's answer and our record of it");
        findings.figure("sends cut between sending and recording", cut.get());
        Reckoning.of(stage, seller, prefix, "2 nodes", findings);
      }
    }

    /**
     * Holds the partners' answers to this node from the first one on, until it is dead.
     *
     * @return answers that were held
     */
    private static int killWhileItWaits(Collection<Line> lines, Node victim)
        throws InterruptedException {
      AtomicInteger held = new AtomicInteger();
      AtomicBoolean dead = new AtomicBoolean();
      lines.forEach(
          line ->
              line.interrupt(
                  () -> {
                    held.incrementAndGet();
                    Await.until(Duration.ofSeconds(60), "the victim is dead", dead::get);
                  }));
      Await.until(Duration.ofSeconds(60), victim.name() + " sends", () -> held.get() > 0);
      victim.kill();
      dead.set(true);
      lines.forEach(line -> line.interrupt(() -> {}));
      return held.get();
    }
  }
}
