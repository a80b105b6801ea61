package eu.perron.compliance;

import eu.perron.house.Seal;
import eu.perron.orders.Order;
import eu.perron.orders.Party;
import eu.perron.trade.Liege;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Splitting: what one seller sends one consignee on one day in several orders, each below the limit
 * of the relief. Consignees are known by a keyed hash of name and address.
 */
@Component
class SameDay {
  /** So many stand noted and tell the story; the hundredth of a day tells nothing new. */
  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final Seal seal;

  SameDay(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  private record Sent(String orderNumber, BigDecimal valueEur) {}

  /** What is above the limit by itself, or not sold to a consumer, is split by nobody. */
  Optional<Finding> find(Order order, Knowledge knowledge) {
    BigDecimal limit =
        knowledge.rule(FindingCode.SPLITTING).map(Knowledge.Rule::limit).orElse(null);
    BigDecimal value = knowledge.inEuro(order.goodsValue(), order.currency()).orElse(null);
    if (limit == null || value == null || value.compareTo(limit) > 0) {
      return Optional.empty();
    }
    List<Sent> others = others(order, value);
    BigDecimal sum = others.stream().map(Sent::valueEur).reduce(value, BigDecimal::add);
    if (others.isEmpty() || others.size() > MOST || sum.compareTo(limit) <= 0) {
      return Optional.empty();
    }
    String orders = others.stream().map(Sent::orderNumber).collect(Collectors.joining(" "));
    return Goods.finding(
        knowledge,
        FindingCode.SPLITTING,
        null,
        orders,
        "EUR %s of this order and %s are EUR %s from one seller to one consignee on %s; the limit is EUR %s."
            .formatted(value, orders, sum, dayOf(order), limit.toPlainString()));
  }

  private List<Sent> others(Order order, BigDecimal value) {
    LocalDate day = dayOf(order);
    String consignee = token(order.consignee());
    jdbc.sql(
            "INSERT INTO compliance_same_day (seller_id, day, consignee, order_number, value_eur) "
                + "VALUES (:seller, :day, :consignee, :order, :value) "
                + "ON DUPLICATE KEY UPDATE value_eur = VALUES(value_eur)")
        .param("seller", order.sellerId())
        .param("day", day)
        .param("consignee", consignee)
        .param("order", order.number())
        .param("value", value)
        .update();
    return jdbc.sql(
            "SELECT order_number, value_eur FROM compliance_same_day WHERE seller_id = :seller "
                + "AND day = :day AND consignee = :consignee AND order_number <> :order "
                + "ORDER BY order_number LIMIT :most")
        .param("seller", order.sellerId())
        .param("day", day)
        .param("consignee", consignee)
        .param("order", order.number())
        .param("most", MOST + 1)
        .query(Sent.class)
        .list();
  }

  private static LocalDate dayOf(Order order) {
    return LocalDate.ofInstant(order.placedAt(), Liege.TIME);
  }

  private String token(Party party) {
    return seal.token(
        "same-day|"
            + Wording.plain(party.name())
            + "|"
            + Wording.plain(party.street())
            + "|"
            + Wording.plain(party.postcode())
            + "|"
            + party.country());
  }
}
