package eu.perron.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold after every experiment: acknowledged orders are there, once, at an end or with a
 * task; and the partners hold one thing for each.
 */
final class Reckoning {
  private static final Set<String> DECLARATIONS = Set.of("IE415", "IE001");

  private Reckoning() {}

  static void of(Stage stage, Seller seller, String prefix, String label, Findings findings)
      throws Exception {
    of(stage, seller.acknowledged(), unanswered(seller), prefix, label, findings);
  }

  /**
   * @param acknowledged references and the order numbers they were answered with
   * @param unanswered those that were not, or were refused although nothing is wrong with them
   */
  static void of(
      Stage stage,
      Map<String, Set<String>> acknowledged,
      List<String> unanswered,
      String prefix,
      String label,
      Findings findings)
      throws Exception {
    long began = System.nanoTime();
    List<Truth.OrderState> stuck = stage.truth().drained(prefix);
    double drain = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    List<Truth.OrderState> orders = stage.truth().orders(prefix);
    findings.figure(label + ": orders", orders.size());
    findings.figure(label + ": seconds to drain", drain);
    findings.mustBeNone(label + ": unanswered or refused", unanswered);
    findings.mustBeNone(label + ": lost", lost(acknowledged, orders));
    findings.mustBeNone(label + ": taken twice", twice(acknowledged, orders));
    findings.mustBeNone(label + ": stuck", stuck);
    declarations(stage, orders, label, findings);
    leftovers(stage, label, findings);
  }

  private static List<String> unanswered(Seller seller) {
    List<String> bad = new ArrayList<>(seller.refused());
    if (seller.acknowledged().size() + bad.size() < seller.sent()) {
      bad.add(seller.sent() - seller.acknowledged().size() - bad.size() + " orders never answered");
    }
    return bad;
  }

  private static Set<String> lost(
      Map<String, Set<String>> acknowledged, List<Truth.OrderState> orders) {
    Set<String> lost = new TreeSet<>();
    acknowledged.values().forEach(lost::addAll);
    orders.forEach(order -> lost.remove(order.number()));
    return lost;
  }

  /** The same reference under two numbers, seen by the seller or kept by us. */
  private static Set<String> twice(
      Map<String, Set<String>> acknowledged, List<Truth.OrderState> orders) {
    Set<String> twice = new TreeSet<>();
    for (Map.Entry<String, Set<String>> answer : acknowledged.entrySet()) {
      if (answer.getValue().size() > 1) {
        twice.add(answer.getKey());
      }
    }
    Set<String> references = new HashSet<>();
    for (Truth.OrderState order : orders) {
      if (!references.add(order.reference())) {
        twice.add(order.reference());
      }
    }
    return twice;
  }

  private static void declarations(
      Stage stage, List<Truth.OrderState> orders, String label, Findings findings)
      throws Exception {
    Set<String> numbers = new HashSet<>();
    Set<String> arrived = new HashSet<>();
    for (Truth.OrderState order : orders) {
      numbers.add(order.number());
      if (order.status().equals("DELIVERED")) {
        arrived.add(order.number());
      }
    }
    Books.Holding imports = stage.books().of("belgian-customs", DECLARATIONS, numbers);
    findings.figure(label + ": import declarations at customs", imports.things());
    findings.mustBeNone(label + ": declared twice", imports.twice());
    findings.figure(label + ": declarations sent again", imports.resent());
    findings.mustBeNone(label + ": sent again in other bytes", imports.altered());
    Books.Holding delivered = stage.books().of("belgian-customs", DECLARATIONS, arrived);
    findings.mustBe(
        label + ": delivered without a declaration", 0, arrived.size() - delivered.about());
    Books.Holding exports = stage.books().of("china-customs", Set.of("CEB603"), numbers);
    findings.mustBeNone(label + ": export lists with two identities", exports.twice());
    findings.figure(label + ": export lists sent again", exports.resent());
    Books.Holding labels = stage.books().of("bpost", Set.of("booking"), numbers);
    findings.mustBeNone(label + ": labels in other bytes", labels.altered());
    findings.figure(label + ": labels asked again", labels.resent());
  }

  private static void leftovers(Stage stage, String label, Findings findings) throws Exception {
    for (Map.Entry<String, Long> left : stage.truth().leftovers().entrySet()) {
      findings.mustBe(label + ": " + left.getKey(), 0, left.getValue());
    }
  }
}
