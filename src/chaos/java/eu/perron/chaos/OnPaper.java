package eu.perron.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lawful fallback: Belgian customs is cut off in the middle of a flight's declarations, an
 * operator declares it down, a clerk lodges half of what certainly never left on paper, a node is
 * killed meanwhile, customs comes back. Nothing may be declared both ways, nothing neither way.
 */
final class OnPaper implements Experiment {
  private static final int ORDERS = 400;
  private static final String CUSTOMS = "belgian-customs";

  /** Declarations in a message: who takes one of them back leaves the others to go. */
  private static final int BATCH = 3;

  @Override
  public String name() {
    return "paper";
  }

  @Override
  public String promise() {
    return "What was lodged on paper while customs was down is never sent electronically";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    String prefix = "PAPER-" + scale.seed() + "-";
    int orders = scale.of(ORDERS);
    List<Node> nodes = stage.withNodes(2, slowly(orders));
    try (Seller seller = new Seller(stage.door().url(), prefix, number -> null)) {
      seller.send(orders);
      cutOff(stage, Math.max(1, orders / 4 / BATCH));
      Operator operator = new Operator(nodes.get(0), "operator");
      operator.submit(
          "/operations", "/operations/partners/down", "partner", CUSTOMS, "reason", "line is cut");
      seller.stopAndAwaitAnswers();
      Await.until(
          Duration.ofMinutes(5),
          "declarations queue",
          () -> queued(stage, prefix).size() >= orders / 4);
      nodes.get(1).kill();
      List<String> here = queued(stage, prefix);
      List<String> chosen = here.subList(0, here.size() / 2);
      lodge(new Operator(nodes.get(0), "clerk"), chosen);
      Set<String> onPaper = onPaper(stage, prefix);
      nodes.get(1).start();
      nodes.get(1).awaitReady();
      stage.falls(CUSTOMS, Line.Illness.NONE);
      operator.submit("/operations", "/operations/partners/" + CUSTOMS + "/up");
      findings.did(
          orders
              + " orders; customs cut off in the middle, declared down, "
              + onPaper.size()
              + " of "
              + here.size()
              + " queued declarations lodged on paper, a node killed, customs declared up");
      findings.figure("chosen for paper", chosen.size());
      findings.figure("lodged on paper", onPaper.size());
      Reckoning.of(stage, seller, prefix, "2 nodes", findings);
      reckon(stage, prefix, onPaper, findings);
    }
  }

  /** So few calls a second that the line can be cut while declarations are still going. */
  private static Map<String, String> slowly(int orders) {
    return Map.of(
        "PERRON_BELGIAN_CUSTOMS_DECLARATIONS_PER_MESSAGE",
        Integer.toString(BATCH),
        "PERRON_BELGIAN_CUSTOMS_CALLS_PER_SECOND",
        Double.toString(orders / 15.0 / BATCH));
  }

  private static void cutOff(Stage stage, int after) throws InterruptedException {
    int before = carried(stage);
    Await.until(
        Duration.ofMinutes(5),
        "some declarations have gone",
        () -> carried(stage) - before >= after);
    stage.falls(CUSTOMS, Line.Illness.HANGS);
    Thread.sleep(2000);
  }

  private static int carried(Stage stage) {
    return stage.lines(0).get(CUSTOMS).carried() + stage.lines(1).get(CUSTOMS).carried();
  }

  /** Those whose declaration certainly never left, as the clerk's page offers them. */
  private static List<String> queued(Stage stage, String prefix) throws SQLException {
    return List.copyOf(
        stage
            .truth()
            .texts(
                "SELECT q.about, q.about FROM exchange_queue q JOIN orders o ON o.number = q.about "
                    + "WHERE q.partner = 'belgian-customs' AND q.operation = 'declaration' "
                    + "AND q.standing = 'HERE' AND o.reference LIKE ?",
                prefix + "%")
            .keySet());
  }

  private static void lodge(Operator clerk, List<String> orders) throws Exception {
    for (int from = 0; from < orders.size(); from += 100) {
      List<String> fields = new ArrayList<>();
      for (String order : orders.subList(from, Math.min(orders.size(), from + 100))) {
        fields.add("order");
        fields.add(order);
      }
      clerk.submit("/desk/outage", "/desk/outage/lodge", fields.toArray(String[]::new));
    }
  }

  private static Set<String> onPaper(Stage stage, String prefix) throws SQLException {
    return stage
        .truth()
        .texts(
            "SELECT p.order_number, p.lrn FROM import_paper p JOIN orders o ON o.number = p.order_number "
                + "WHERE o.reference LIKE ?",
            prefix + "%")
        .keySet();
  }

  private static void reckon(Stage stage, String prefix, Set<String> onPaper, Findings findings)
      throws Exception {
    Set<String> all = new TreeSet<>();
    for (Truth.OrderState order : stage.truth().orders(prefix)) {
      all.add(order.number());
    }
    Set<String> electronic = stage.books().aboutWhat(CUSTOMS, Set.of("IE415", "IE001"));
    Set<String> both = new TreeSet<>(onPaper);
    both.retainAll(electronic);
    findings.mustBeNone("declared both ways", both);
    Set<String> neither = new TreeSet<>(all);
    neither.removeAll(onPaper);
    neither.removeAll(electronic);
    findings.mustBeNone("declared neither way", neither);
  }
}
