package eu.perron.bench;

import eu.perron.chaos.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What it takes while nothing happens, and what an order leaves behind. */
final class Footprint implements Part {
  private static final char WAITING = 'B';
  private static final int ASKED = 500_000;

  @Override
  public String name() {
    return "footprint";
  }

  @Override
  public String what() {
    return "Memory, disk and processor: of a node at rest, of an order that waits, of one that"
        + " ended";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    Ledger ledger = ground.ledger();
    List<Double> ready = new ArrayList<>();
    Node node = null;
    for (int run = 0; run < size.runs(); run++) {
      ground.endNodes();
      node = ground.withNodes(1, Map.of(), List.of()).get(0);
      ready.add(ground.secondsToReady());
    }
    sheet.figure("seconds from start to ready", "", ready);
    Carried.carry(ground, List.of(node), "WARM-F-", size.of(1_000, 300, 200));
    ground.settle();
    rest(ground, size, sheet);
    int ended = size.of(2_000, 300, 200);
    double before = bytes(ledger);
    Carried.carry(ground, List.of(node), "ENDED-F-", ended);
    sheet.figure(
        "database: bytes of an ended order that really went its way (%d of them)".formatted(ended),
        "",
        (bytes(ledger) - before) / ended);
    waiting(ground, node, size, sheet);
    ground.endNodes();
  }

  private static void rest(Ground ground, Size size, Sheet sheet) throws Exception {
    Load load = Load.of(ground.processIds());
    int seconds = size.quick() ? 5 : 30;
    Thread.sleep(seconds * 1000L);
    Map<String, Double> used = new TreeMap<>(load.seconds());
    used.remove("shops");
    used.forEach(
        (process, cpu) ->
            sheet.figure("CPU at rest, % of a core: " + process, "", 100 * cpu / seconds));
  }

  private static void waiting(Ground ground, Node node, Size size, Sheet sheet) throws Exception {
    int many = size.of(ASKED, 10_000);
    String pattern;
    try (Shop shop = new Shop(List.of(node.url()), 1)) {
      pattern = new Standing(ground, node, shop).forRelease();
    }
    double heap = node.liveHeap();
    double before = bytes(ground.ledger());
    long rows = new Copies(ground.database()).make(pattern, WAITING, 0, many);
    sheet.note(
        "%d waiting orders, copied by SQL from one that waits for its release, %d rows each (asked: %d)"
            .formatted(many, rows / many, ASKED));
    sheet.figure(
        "database: bytes of a waiting order", "", (bytes(ground.ledger()) - before) / many);
    Thread.sleep(5_000);
    sheet.figure("heap, MiB: live, hardly anything waiting", "", heap);
    sheet.figure(
        "heap, MiB: live, " + many + " waiting", "<= 1024 with 500000", (double) node.liveHeap());
  }

  /** Pages of all tables and indexes, those that are half full too. */
  private static double bytes(Ledger ledger) throws Exception {
    return ledger.number(
        "SELECT SUM(FILE_SIZE) FROM information_schema.INNODB_SYS_TABLESPACES WHERE NAME LIKE"
            + " 'perron/%'");
  }
}
