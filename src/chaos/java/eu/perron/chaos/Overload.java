package eu.perron.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Promise 8. First what the node carries: so many orders are kept under way, one more for each that
 * ends; what ends in a second is the sustainable rate. Then five times as many are sent, by shops
 * that do not wait for each other's answers.
 */
final class Overload implements Experiment {
  /** So many that the node, and not the way of a flight, says how many end in a second. */
  private static final int UNDER_WAY = 500;

  /** As many as always find work at every partner. */
  private static final int FEWEST_UNDER_WAY = 200;

  private static final int TIMES = 5;
  private static final Duration FOR = Duration.ofMinutes(3);

  /** So long the node should have work when intake is full. */
  private static final Duration WORK = Duration.ofSeconds(30);

  private static final Duration WORK_IN_A_HURRY = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long MORE_HEAP_MIB = 32;

  /** Four of five come too many; what the first half minute lets in may be a good part of rest. */
  private static final double REFUSED = 0.5;

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public String promise() {
    return "Overload is refused, not swallowed";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    String prefix = "PACE-" + scale.seed() + "-";
    try (Seller seller = new Seller(stage.door().url(), prefix, number -> null)) {
      double sustainable = sustainable(stage, scale, seller, prefix, findings);
      flood(stage, scale, sustainable, findings);
      Reckoning.of(stage, seller, prefix, "sent to measure", findings);
    }
  }

  private static void flood(Stage stage, Scale scale, double sustainable, Findings findings)
      throws Exception {
    Duration work = scale.quick() ? WORK_IN_A_HURRY : WORK;
    String limit = Long.toString(Math.round(sustainable * work.toSeconds()));
    Node node = stage.withNodes(1, Map.of("PERRON_INTAKE_LIMIT", limit)).get(0);
    String prefix = "FLOOD-" + scale.seed() + "-";
    // Below that it is over before partners' answers pile up, which is what intake looks at.
    Duration time = scale.of(FOR, Duration.ofSeconds(20));
    Flood flood = new Flood(stage.door().url(), prefix, reference -> Seller.order(reference, null));
    flood.pour(sustainable * TIMES, time.dividedBy(2));
    long inTheMiddle = node.liveHeap();
    flood.pour(sustainable * TIMES, time.dividedBy(2));
    long unstarted =
        stage
            .truth()
            .number("SELECT COUNT(*) FROM orders WHERE started = FALSE AND ended_at IS NULL");
    long unread = stage.truth().unapplied();
    long underWay =
        stage.truth().number("SELECT COUNT(*) FROM orders WHERE started AND ended_at IS NULL");
    findings.did(
        "%d orders in %d s, %d times the sustainable rate of %.1f a second; intake limit %s"
            .formatted(flood.sent(), time.toSeconds(), TIMES, sustainable, limit));
    long atTheEnd = node.liveHeap();
    findings.figure("orders sent", flood.sent());
    findings.figure("accepted", flood.acknowledged().size());
    findings.mustBeAtLeast(
        "share of 429", REFUSED, flood.putOff() / (double) Math.max(1, flood.sent()));
    findings.figure("accepted and not started at the end of the flood", unstarted);
    findings.figure("started and not at an end at the end of the flood", underWay);
    findings.figure("news not applied at the end of the flood", unread);
    findings.figure(
        "seconds of work accepted for each second of the flood",
        flood.acknowledged().size() / sustainable / time.toSeconds());
    latencies("POST that is taken", flood.millisToTake(), findings);
    latencies("POST that is put off", flood.millisToRefuse(), findings);
    findings.figure("live heap in the middle of the flood, MiB", inTheMiddle);
    findings.mustBeAtMost(
        "live heap at the end of the flood, MiB", inTheMiddle + MORE_HEAP_MIB, atTheEnd);
    Reckoning.of(stage, flood.acknowledged(), flood.broken(), prefix, "afterwards", findings);
  }

  /** Orders a second that come to an end while always as many are under way. */
  private static double sustainable(
      Stage stage, Scale scale, Seller seller, String prefix, Findings findings) throws Exception {
    stage.withNodes(1);
    int underWay = scale.of(UNDER_WAY, FEWEST_UNDER_WAY);
    // Until so many have come through that some are everywhere.
    long ended = keepUnderWay(stage, seller, prefix, underWay, Duration.ZERO, underWay / 4);
    long began = System.nanoTime();
    Duration time = Duration.ofSeconds(scale.quick() ? 10 : 40);
    long more = keepUnderWay(stage, seller, prefix, underWay, time, ended + underWay / 4) - ended;
    double rate = more / ((System.nanoTime() - began) / 1e9);
    seller.stopAndAwaitAnswers();
    findings.figure("orders a second that come to an end, " + underWay + " under way", rate);
    findings.did("%d orders under way, %.1f a second come to an end".formatted(underWay, rate));
    return rate;
  }

  /**
   * For so long at least, and until so many have ended.
   *
   * @return how many have
   */
  private static long keepUnderWay(
      Stage stage, Seller seller, String prefix, int underWay, Duration atLeast, long enough)
      throws Exception {
    long began = System.nanoTime();
    long ended;
    do {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new Broken("Not " + enough + " orders come to an end in " + PATIENCE);
      }
      ended =
          stage
              .truth()
              .number(
                  "SELECT COUNT(*) FROM orders WHERE reference LIKE ? AND ended_at IS NOT NULL",
                  prefix + "%");
      seller.send((int) (underWay + ended - seller.sent()));
      Thread.sleep(250);
    } while (ended < enough || System.nanoTime() - began < atLeast.toNanos());
    return ended;
  }

  private static void latencies(String what, List<Long> millis, Findings findings) {
    if (!millis.isEmpty()) {
      List<Long> sorted = new ArrayList<>(millis);
      Collections.sort(sorted);
      findings.figure(what + ": p50, ms", sorted.get(sorted.size() / 2));
      findings.figure(what + ": p99, ms", sorted.get((int) (sorted.size() * 0.99)));
    }
  }
}
