package eu.perron.bench;

import eu.perron.chaos.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How fast orders are taken. Their fulfilment is not started here, so that intake is measured and
 * not what follows; how fast they are taken while the flow works too stands in the journey.
 */
final class Intake implements Part {
  private static final int FILE = 20_000;
  private static final double STEADY = 100;

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public String what() {
    return "Orders a second taken by REST and by file";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    Node node =
        ground.withNodes(1, Map.of("PERRON_FLOW_START_EVERY", "86400000"), List.of()).get(0);
    int steady = size.of(6_000, 2_000);
    int most = size.of(20_000, 5_000);
    int file = size.of(FILE, FILE);
    sheet.note("Starts are put off (PERRON_FLOW_START_EVERY): nothing but intake works");
    sheet.note(
        "Steady: %d orders, late answers counted from when the order should have gone; full speed: %d orders by %d clients; file: %d orders (asked: %d)"
            .formatted(steady, most, Carried.CLIENTS, file, FILE));
    List<Double> p50 = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    List<Double> perSecond = new ArrayList<>();
    List<Double> p99AtMost = new ArrayList<>();
    List<Double> byFile = new ArrayList<>();
    try (Shop shop = new Shop(List.of(node.url()), Carried.CLIENTS);
        Shop many = new Shop(List.of(node.url()), 32)) {
      shop.send("WARM-I-", size.of(5_000, 3_000, 1_000));
      for (int run = 1; run <= size.runs(); run++) {
        Times evenly = many.send("STEADY-" + run + "-", steady, STEADY);
        p50.add(evenly.millis(0.5));
        p99.add(evenly.millis(0.99));
        Times fast = shop.send("FAST-" + run + "-", most);
        perSecond.add(fast.perSecond());
        p99AtMost.add(fast.millis(0.99));
        byFile.add(file / shop.sendFile("FILE-" + run + "-", file));
      }
    }
    sheet.figure("POST at 100 a second: p50, ms", "", p50);
    sheet.figure("POST at 100 a second: p99, ms", "< 50", p99);
    sheet.figure("POST at full speed: orders a second", "", perSecond);
    sheet.figure("POST at full speed: p99, ms", "", p99AtMost);
    sheet.figure("by file: orders a second", ">= 1000", byFile);
    ground
        .ledger()
        .change(
            "UPDATE orders SET started = TRUE, stage = 'CLOSED', status = 'CANCELLED', "
                + "ended_at = UTC_TIMESTAMP(3) WHERE started = FALSE");
    ground.endNodes();
  }
}
