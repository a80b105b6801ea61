package eu.perron.bench;

import eu.perron.chaos.Node;
import java.util.ArrayList;
import java.util.List;

/** What an order costs when many others wait, and many more have ended. */
final class Growth implements Part {
  private static final char WAITING = 'G';
  private static final char ENDED = 'F';
  private static final int[] ASKED = {10_000, 100_000, 500_000};
  private static final int[] FITS = {2_000, 10_000, 30_000};

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String what() {
    return "What an order costs when many others already wait, and as many again twice over have"
        + " ended";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    List<Node> nodes = List.of(ground.node());
    int[] levels = size.kind() == Size.Kind.FULL ? ASKED : FITS;
    int orders = size.journey(Carried.warmUp(ground, nodes, "WARM-G-", size, 15), 12);
    String waiting;
    String ended;
    try (Shop shop = new Shop(List.of(nodes.get(0).url()), 1)) {
      Standing standing = new Standing(ground, nodes.get(0), shop);
      waiting = standing.forRelease();
      ended = standing.delivered();
    }
    sheet.note(
        "Waiting orders and ended ones are copied by SQL from one that waits for its release and"
            + " one that was delivered, with all their rows, the engine's too, but their messages"
            + " (asked: 10000, 100000 and 500000 waiting, 1000000 ended)");
    Copies copies = new Copies(ground.database());
    int there = 0;
    List<Double> cpu = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (int each : levels) {
      int level = size.quick() ? each / 10 : each;
      copies.makeWithoutPost(waiting, WAITING, there, level - there);
      copies.makeWithoutPost(ended, ENDED, 2 * there, 2 * (level - there));
      there = level;
      ground
          .ledger()
          .rows(
              "ANALYZE TABLE orders, flow_wait, ACT_RU_EXECUTION, exchange_arrival,"
                  + " exchange_message");
      ground.settle();
      measure(ground, nodes, orders, level, size, cpu, seconds, sheet);
    }
    int last = levels.length - 1;
    sheet.figure(
        "time of an order at the most, times that at the fewest",
        "<= 1.25",
        seconds.get(last) / seconds.get(0));
    sheet.figure(
        "CPU of an order at the most (node and database), times that at the fewest",
        "<= 1.25",
        cpu.get(last) / cpu.get(0));
    ground.endNodes();
  }

  private static void measure(
      Ground ground,
      List<Node> nodes,
      int orders,
      int level,
      Size size,
      List<Double> cpu,
      List<Double> seconds,
      Sheet sheet)
      throws Exception {
    List<Double> perSecond = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    for (int run = 1; run <= size.runs(); run++) {
      Carried carried = Carried.carry(ground, nodes, "GROWTH-" + level + "-" + run + "-", orders);
      perSecond.add(carried.perSecond());
      millis.add(carried.cpu().get("node") + carried.cpu().get("database"));
    }
    String name = "%d waiting, %d ended: ".formatted(level, 2 * level);
    sheet.figure(name + "orders a second", "", perSecond);
    sheet.figure(name + "CPU of one order, node and database, ms", "", millis);
    seconds.add(1 / new Sheet.Figure("", "", perSecond).median());
    cpu.add(new Sheet.Figure("", "", millis).median());
  }
}
