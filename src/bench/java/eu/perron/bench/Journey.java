package eu.perron.bench;

import eu.perron.chaos.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Orders from POST to DELIVERED, and by turns with them a plain engine that carries instances of as
 * many waits; while it works, ours stands still.
 */
final class Journey implements Part {
  private static final int ORDERS = 20_000;

  @Override
  public String name() {
    return "journey";
  }

  @Override
  public String what() {
    return "Orders a second from POST to DELIVERED, all partners' answers included, beside a plain"
        + " engine";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    int instances = size.of(10_000, 1_000, 200);
    List<Node> nodes = List.of(ground.node());
    int orders = size.journey(Carried.warmUp(ground, nodes, "WARM-J-", size, 30), 75);
    Way way = Way.ofLastDelivered(ground.ledger(), ground.processes());
    sheet.note("The way of a delivered order: " + way.told());
    sheet.note(
        "The plain engine: default settings, one process of %d waits (receive tasks with a message, found by business key) and %d empty steps, %d clients; ours stands still meanwhile"
            .formatted(way.waits().size(), way.waits().size() + 1, Carried.CLIENTS));
    sheet.note(
        "%d orders a run (asked: %d) by %d clients, %d instances a run of the plain engine"
            .formatted(orders, ORDERS, Carried.CLIENTS, instances));
    List<Carried> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Map<String, Double>> counted = new ArrayList<>();
    try (Baseline baseline = baseline(ground, way, size)) {
      for (int run = 1; run <= size.runs(); run++) {
        ours.add(Carried.carry(ground, nodes, "JOURNEY-" + run + "-", orders));
        ground.freeze();
        try {
          ground.settle();
          Counters counters = Counters.of(ground.database());
          plain.add(instances / baseline.carry(instances));
          counted.add(Counters.divided(counters.since(), instances));
        } finally {
          ground.thaw();
        }
        ground.settle();
      }
    }
    tell(ground, ours, plain, sheet);
    Carried last = ours.get(ours.size() - 1);
    sheet.table(
        "What one order, and one instance of the plain engine, cost the database",
        List.of("", "order", "instance"),
        Counters.each(List.of(last.counted(), counted.get(counted.size() - 1))));
    sheet.table(
        "How far they were, in seconds from the first POST (last run)",
        List.of("", "the first", "the last"),
        last.stages(ground.ledger()));
  }

  private static Baseline baseline(Ground ground, Way way, Size size) throws Exception {
    ground.freeze();
    try {
      Baseline baseline =
          Baseline.start(ground.database(), ground.folder(), way.waits().size(), Carried.CLIENTS);
      baseline.carry(size.of(2_000, 1_000));
      return baseline;
    } finally {
      ground.thaw();
    }
  }

  private static void tell(Ground ground, List<Carried> ours, List<Double> plain, Sheet sheet) {
    sheet.figure(
        "orders a second, from POST to DELIVERED",
        "",
        ours.stream().map(Carried::perSecond).toList());
    sheet.figure("instances a second of the plain engine", "", plain);
    List<Double> times = new ArrayList<>();
    for (int run = 0; run < ours.size(); run++) {
      times.add(ours.get(run).perSecond() / plain.get(run));
    }
    sheet.figure("times the plain engine", ">= 3, then 10", times);
    sheet.figure(
        "orders a second taken meanwhile",
        "",
        ours.stream().map(c -> c.taken().perSecond()).toList());
    sheet.figure(
        "POST meanwhile: p99, ms", "", ours.stream().map(c -> c.taken().millis(0.99)).toList());
    sheet.figure(
        "statements of one order",
        "",
        ours.stream().map(c -> c.counted().get("Questions")).toList());
    Map<String, List<Double>> cpu = new TreeMap<>();
    ours.forEach(
        one ->
            one.cpu()
                .forEach(
                    (process, millis) ->
                        cpu.computeIfAbsent(process, any -> new ArrayList<>()).add(millis)));
    cpu.forEach((process, millis) -> sheet.figure("CPU of one order, ms: " + process, "", millis));
  }
}
