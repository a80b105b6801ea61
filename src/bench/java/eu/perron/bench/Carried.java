package eu.perron.bench;

import eu.perron.chaos.Node;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * So many orders carried from the first POST to the last delivery.
 *
 * @param first number before the first of them
 * @param began in milliseconds of this machine's clock
 * @param taken how they were taken
 * @param seconds until the last was delivered
 * @param counted what the database counted, for each order
 * @param cpu milliseconds of each process, for each order
 */
record Carried(
    String first,
    long began,
    int orders,
    Times taken,
    double seconds,
    Map<String, Double> counted,
    Map<String, Double> cpu) {
  static final int CLIENTS = 8;
  private static final int WARM = 300;

  /** Fewer would tell how long one order waits for its flight, not how many pass. */
  private static final int TOLD_BY = 1000;

  /** What an order passes, and how far that is, in the words of the report. */
  private static final Map<String, String> STAGES = new LinkedHashMap<>();

  static {
    STAGES.put("fulfilment:Screen", "started, screened");
    STAGES.put("air-freight:JoinConsignment", "released by China customs, aboard");
    STAGES.put("import-be:Declare", "presented, declared");
    STAGES.put("import-be:WaitForRelease", "accepted by Belgian customs");
    STAGES.put("last-mile:BookLabel", "released");
    STAGES.put("last-mile:HandOver", "labelled, handed over");
    STAGES.put("fulfilment:Delivered", "delivered");
  }

  static Carried carry(Ground ground, List<Node> nodes, String prefix, int orders)
      throws IOException, SQLException, InterruptedException {
    Ledger ledger = ground.ledger();
    String first = ledger.lastOrder();
    try (Shop shop = new Shop(nodes.stream().map(Node::url).toList(), CLIENTS)) {
      Counters counters = Counters.of(ground.database());
      Load load = Load.of(ground.processIds());
      long began = System.currentTimeMillis();
      Times taken = shop.send(prefix, orders);
      long ended = ledger.awaitEnded(first, orders);
      Map<String, Double> cpu = load.seconds();
      cpu.replaceAll((process, seconds) -> seconds * 1000 / orders);
      return new Carried(
          first,
          began,
          orders,
          taken,
          (ended - began) / 1000.0,
          Counters.divided(counters.since(), orders),
          cpu);
    }
  }

  /**
   * Carries some, again and again, until the node has seen its work, and then more: in quick runs a
   * third of it.
   *
   * @return orders a second, of the last of them
   */
  static double warmUp(Ground ground, List<Node> nodes, String prefix, Size size, int seconds)
      throws IOException, SQLException, InterruptedException {
    long began = System.nanoTime();
    long enough = (size.quick() ? seconds / 3 : seconds) * 1_000_000_000L;
    int round = 0;
    do {
      carry(ground, nodes, prefix + round++ + "-", WARM);
    } while (System.nanoTime() - began < enough);
    return carry(ground, nodes, prefix + round + "-", size.quick() ? WARM : TOLD_BY).perSecond();
  }

  double perSecond() {
    return orders / seconds;
  }

  /** When the first and the last came so far, in seconds from the first POST. */
  List<List<String>> stages(Ledger ledger) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("taken", "0", Sheet.shown(taken.seconds())));
    for (Map.Entry<String, String> stage : STAGES.entrySet()) {
      List<String> times =
          ledger
              .rows(
                  "SELECT UNIX_TIMESTAMP(MIN(at)) - ?, UNIX_TIMESTAMP(MAX(at)) - ? FROM"
                      + " flow_journal WHERE business_key > ? AND business_key LIKE 'P%' AND"
                      + " CONCAT(path, ' ') LIKE ?",
                  began / 1000.0, began / 1000.0, first, "%" + stage.getKey() + " %")
              .get(0);
      if (!times.get(0).isEmpty()) {
        rows.add(
            List.of(
                stage.getValue(),
                Sheet.shown(Double.parseDouble(times.get(0))),
                Sheet.shown(Double.parseDouble(times.get(1)))));
      }
    }
    return rows;
  }
}
