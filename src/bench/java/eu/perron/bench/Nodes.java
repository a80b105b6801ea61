package eu.perron.bench;

import eu.perron.chaos.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The journey with one node and with two on one database, on the same machine. */
final class Nodes implements Part {
  @Override
  public String name() {
    return "nodes";
  }

  @Override
  public String what() {
    return "Orders a second from POST to DELIVERED with one node and with two on one database";
  }

  @Override
  public void run(Ground ground, Size size, Sheet sheet) throws Exception {
    sheet.note(
        "All on the same processors, so two nodes show what they cost each other, not what a second"
            + " machine would bring; shops take them in turn, partners tell the first");
    List<Node> one = List.of(ground.node());
    int orders = size.journey(Carried.warmUp(ground, one, "WARM-N1-", size, 15), 15);
    measure(ground, one, orders, size, "one node", sheet);
    List<Node> two = ground.withNodes(2, Map.of(), List.of());
    Carried.warmUp(ground, two, "WARM-N2-", size, 15);
    measure(ground, two, orders, size, "two nodes", sheet);
    ground.endNodes();
  }

  private static void measure(
      Ground ground, List<Node> nodes, int orders, Size size, String name, Sheet sheet)
      throws Exception {
    List<Double> perSecond = new ArrayList<>();
    List<Double> waits = new ArrayList<>();
    List<Double> deadlocks = new ArrayList<>();
    List<Double> statements = new ArrayList<>();
    for (int run = 1; run <= size.runs(); run++) {
      Carried carried =
          Carried.carry(ground, nodes, "NODES-" + nodes.size() + "-" + run + "-", orders);
      perSecond.add(carried.perSecond());
      statements.add(carried.counted().get("Questions"));
      waits.add(1000 * carried.counted().getOrDefault("Innodb_row_lock_waits", 0.0));
      deadlocks.add(1000 * carried.counted().getOrDefault("Innodb_deadlocks", 0.0));
    }
    sheet.figure(name + ": orders a second", "", perSecond);
    sheet.figure(name + ": statements of one order", "", statements);
    sheet.figure(name + ": waits for row locks of 1000 orders", "", waits);
    sheet.figure(name + ": deadlocks of 1000 orders", "", deadlocks);
  }
}
