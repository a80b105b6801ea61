package eu.perron.chaos;

import eu.perron.chaos.Line.Illness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Promise 7: each partner in turn falls ill in each of its ways, and we count what the others are
 * brought meanwhile, beside what they were brought just before.
 *
 * <p>Orders pass the partners one after another, so an ill one also starves those behind it. So
 * work is laid in front of each first, each is granted a few calls fewer a second than the one
 * before it, and they fall ill from the last to the first: each illness leaves more lying in front
 * of its partner than the next one's takes away. What is measured is then whether we bring the
 * others what they are granted, not how fast this machine is.
 */
final class IllPartner implements Experiment {
  private static final String CHINA = "china-customs";

  /** The way of an order, backwards. */
  private static final List<String> LAST_FIRST =
      List.of("bpost", "belgian-customs", "airline", "ics2");

  private static final double ORDERS_A_SECOND = 4;

  /**
   * Two messages for each flight, which has some five orders, and to advance security one for each
   * order besides: what leaves one partner is always more than the next is granted.
   */
  private static final Map<String, Double> CALLS_A_SECOND =
      Map.of("ics2", 5.0, "airline", 1.3, "belgian-customs", 2.8, "bpost", 2.5);

  private static double granted(String partner) {
    return CALLS_A_SECOND.getOrDefault(partner, ORDERS_A_SECOND);
  }

  /** Of a call; shorter than a measure, so that hanging calls end and come again within it. */
  private static final Duration DEADLINE = Duration.ofSeconds(4);

  private static final int IN_FRONT = 30;

  /** For one illness of each. */
  private static final int IN_FRONT_OF_ONE = 18;

  private static final double ENOUGH = 0.95;

  /** Whatever just misses one end of a measure and just makes the other. */
  private static final int MISCOUNT = 2;

  private static final int MORE_THREADS = 40;
  private static final long MORE_HEAP_MIB = 32;

  @Override
  public String name() {
    return "ill-partner";
  }

  @Override
  public String promise() {
    return "One ill partner hurts only itself";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    String prefix = "ILL-" + scale.seed() + "-";
    Node node = stage.withNodes(1, settings()).get(0);
    try (Seller seller = new Seller(stage.door().url(), prefix, number -> null)) {
      seller.send(front(scale));
      seller.sendSteadily(ORDERS_A_SECOND);
      layWorkBefore(stage, front(scale));
      findings.did(front(scale) + " things laid in front of each partner");
      Course course = new Course(stage, node, scale, findings);
      for (String partner : LAST_FIRST) {
        course.play(partner, cases(stage, partner, scale));
      }
      course.play(CHINA, chinas(stage, scale));
      course.sumUp();
      seller.stopAndAwaitAnswers();
      stage.withNodes(1);
      Reckoning.of(stage, seller, prefix, "afterwards, without budgets", findings);
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    CALLS_A_SECOND.forEach(
        (partner, calls) -> {
          String name = "PERRON_" + partner.toUpperCase(Locale.ROOT).replace('-', '_');
          settings.put(name + "_CALLS_PER_SECOND", calls.toString());
          settings.put(name + "_DEADLINE", DEADLINE.toString());
        });
    settings.put("PERRON_BELGIAN_CUSTOMS_DECLARATIONS_PER_MESSAGE", "1");
    return settings;
  }

  private static int front(Scale scale) {
    return scale.quick() ? IN_FRONT_OF_ONE : IN_FRONT;
  }

  private static void layWorkBefore(Stage stage, int front) throws Exception {
    for (String partner : LAST_FIRST) {
      stage.falls(partner, Illness.UNAVAILABLE);
      Await.until(
          Duration.ofSeconds(120),
          front + " letters and messages wait for " + partner,
          () -> stage.truth().waitingFor(partner) >= front);
    }
    stage.calm();
    for (String partner : LAST_FIRST) {
      awaitServed(stage, partner);
    }
  }

  /**
   * @return seconds until the partner was brought the next things
   */
  private static double awaitServed(Stage stage, String partner) throws Exception {
    long before = stage.books().things().getOrDefault(partner, 0L);
    long began = System.nanoTime();
    Await.until(
        Duration.ofSeconds(90),
        partner + " is served again",
        () -> stage.books().things().getOrDefault(partner, 0L) >= before + 3);
    return (System.nanoTime() - began) / 1e9;
  }

  private record Case(String name, Runnable begins, Runnable ends) {}

  private static List<Case> cases(Stage stage, String partner, Scale scale) {
    List<Case> cases = new ArrayList<>();
    for (Illness illness : Illness.values()) {
      if (illness != Illness.NONE) {
        cases.add(
            new Case(
                illness.name().toLowerCase(Locale.ROOT),
                () -> stage.falls(partner, illness),
                () -> stage.falls(partner, Illness.NONE)));
      }
    }
    return some(cases, scale, partner);
  }

  private static List<Case> chinas(Stage stage, Scale scale) {
    FileLine line = stage.china();
    return some(
        List.of(
            new Case("stops", () -> line.stops(true), () -> line.stops(false)),
            new Case("spoils", () -> line.spoils(true), () -> line.spoils(false))),
        scale,
        CHINA);
  }

  /** In a hurry one of them, chosen by the seed. */
  private static List<Case> some(List<Case> all, Scale scale, String partner) {
    List<Case> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(scale.seed() * 31 + partner.hashCode()));
    return scale.quick() ? shuffled.subList(0, 1) : shuffled;
  }

  /** The illnesses one after another, and what is seen. */
  private static final class Course {
    private final Stage stage;
    private final Node node;
    private final Findings findings;
    private final Duration time;

    /** In a hurry it is measured once, for all. */
    private final boolean measuredOnce;

    private final Throughput well;
    private final List<Double> recoveries = new ArrayList<>();
    private final List<Long> heapsBefore = new ArrayList<>();
    private final List<Long> heapsAfterwards = new ArrayList<>();
    private int threads;
    private int threadsWhileIll;

    Course(Stage stage, Node node, Scale scale, Findings findings) throws Exception {
      this.stage = stage;
      this.node = node;
      this.findings = findings;
      this.time = Duration.ofSeconds(6);
      this.measuredOnce = scale.quick();
      this.well = new Throughput(stage.books());
    }

    void play(String partner, List<Case> cases) throws Exception {
      Throughput before = measuredOnce ? well : new Throughput(stage.books());
      Throughput during = new Throughput(stage.books());
      heapsBefore.add(node.liveHeap());
      for (Case each : cases) {
        Thread.sleep(1000);
        if (before.seconds() == 0 || !measuredOnce) {
          before.measure(time);
        }
        threads = Math.max(threads, node.threads());
        each.begins().run();
        during.measure(time);
        threadsWhileIll = Math.max(threadsWhileIll, node.threads());
        each.ends().run();
        recoveries.add(awaitServed(stage, partner));
        findings.did(partner + " " + each.name() + " for " + time.toSeconds() + " s");
      }
      heapsAfterwards.add(node.liveHeap());
      if (!measuredOnce) {
        well.add(before);
      }
      judge(partner, before, during);
    }

    private void judge(String partner, Throughput before, Throughput during) {
      for (String other : all()) {
        if (!other.equals(partner)) {
          // More than it is granted is only what an earlier pause of the machine left behind.
          double undisturbed = Math.min(before.perSecond(other), granted(other));
          findings.mustBeAtLeast(
              "%s ill: what %s was brought, of what it was brought before (%.1f a second)"
                  .formatted(partner, other, undisturbed),
              ENOUGH - MISCOUNT / Math.max(1, undisturbed * before.seconds()),
              during.perSecond(other) / undisturbed);
        }
      }
    }

    void sumUp() {
      for (String partner : all()) {
        findings.figure("undisturbed, a second: " + partner, well.perSecond(partner));
      }
      Collections.sort(recoveries);
      findings.figure(
          "seconds until one that is well again is served, p50",
          recoveries.get(recoveries.size() / 2));
      findings.figure(
          "seconds until one that is well again is served, max",
          recoveries.get(recoveries.size() - 1));
      findings.figure("threads, undisturbed", threads);
      findings.mustBeAtMost("threads, one ill", threads + MORE_THREADS, threadsWhileIll);
      Collections.sort(heapsBefore);
      long ordinary = heapsBefore.get(heapsBefore.size() / 2);
      findings.figure("live heap before an illness, MiB, median", ordinary);
      findings.mustBeAtMost(
          "live heap after an illness, highest, MiB",
          ordinary + MORE_HEAP_MIB,
          Collections.max(heapsAfterwards));
    }

    private static List<String> all() {
      List<String> all = new ArrayList<>(List.of(CHINA));
      all.addAll(LAST_FIRST);
      return all;
    }
  }
}
