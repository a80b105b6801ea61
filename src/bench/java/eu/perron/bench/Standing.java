package eu.perron.bench;

import eu.perron.chaos.Await;
import eu.perron.chaos.Node;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Orders that stand still where one wants them: patterns for copies. */
final class Standing {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Ground ground;
  private final Node node;
  private final Shop shop;

  Standing(Ground ground, Node node, Shop shop) {
    this.ground = ground;
    this.node = node;
    this.shop = shop;
  }

  /** Belgian customs has accepted the declaration and says nothing more. */
  String forRelease() throws IOException, SQLException, InterruptedException {
    String order = shop.place(OrderText.withLot(reference(), "BENONE"));
    await(order, "flow_wait", "WaitForRelease");
    return order;
  }

  /** With the carrier, who tells nothing until {@link Ground#startPartners} is called again. */
  String forDelivery() throws IOException, SQLException, InterruptedException {
    String order = forRelease();
    ground.startPartners(Ground.SILENT);
    List<String> declaration =
        ground
            .ledger()
            .rows("SELECT lrn, mrn FROM import_declaration WHERE order_number = ?", order)
            .get(0);
    try (Voice customs = new Voice(node.url(), "belgian-customs", 1)) {
      customs.say(
          "notification",
          "application/xml",
          Voice.release(declaration.get(0), declaration.get(1), java.time.Instant.now()));
    }
    await(order, "flow_wait", "WaitForDelivery");
    return order;
  }

  /** Nobody knows what a gift is. */
  String forReview() throws IOException, SQLException, InterruptedException {
    String order = shop.place(OrderText.describedAs(reference(), "gift"));
    await(order, "flow_task", "ReviewOrder");
    return order;
  }

  /** Waiting for a clerk at this element, because of the case that a partner makes of this lot. */
  String forClerk(String lot, String activity) throws IOException, InterruptedException {
    String order = shop.place(OrderText.withLot(reference(), lot));
    await(order, "flow_task", activity);
    return order;
  }

  String delivered() throws IOException, SQLException, InterruptedException {
    String last = ground.ledger().lastOrder();
    String order = shop.place(OrderText.describedAs(reference(), "jigsaw puzzle of cardboard"));
    ground.ledger().awaitEnded(last, 1);
    return order;
  }

  private static String reference() {
    return "STANDS-" + System.nanoTime();
  }

  private void await(String order, String table, String activity) throws InterruptedException {
    Ledger ledger = ground.ledger();
    Await.until(
        PATIENCE,
        order + " stands at " + activity,
        () ->
            ledger.number(
                    "SELECT COUNT(*) FROM " + table + " WHERE business_key = ? AND activity = ?",
                    order,
                    activity)
                == 1);
  }
}
