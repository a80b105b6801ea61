package eu.perron.retailimports;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.retailimports.RetailLaw.Listed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order in yuan, as Chinese customs values it.
 *
 * @param freight transport, without insurance
 */
record Valued(BigDecimal goods, BigDecimal freight, BigDecimal insurance, List<Article> articles) {

  /**
   * One line of the order.
   *
   * @param price of one piece
   * @param value all pieces with their share of transport and insurance
   * @param listed empty: on no list of goods
   */
  record Article(OrderLine line, BigDecimal price, BigDecimal value, Optional<Listed> listed) {
    BigDecimal totalPrice() {
      return price.multiply(BigDecimal.valueOf(line.quantity()));
    }

    BigDecimal netWeightKg() {
      return line.netWeightKg().multiply(BigDecimal.valueOf(line.quantity()));
    }

    CompositeTax tax(boolean inFull, BigDecimal sharePercent) {
      if (listed.isEmpty()) {
        return CompositeTax.NONE;
      }
      return inFull
          ? CompositeTax.inFull(value, rates())
          : CompositeTax.reduced(value, rates(), sharePercent);
    }

    CompositeTax.Rates rates() {
      return listed.orElseThrow().rates(value, netWeightKg());
    }
  }

  static Valued of(Order order, RetailLaw law, LocalDate day) {
    BigDecimal freight = law.inYuan(order.transportCost(), order.currency(), day);
    BigDecimal insurance = law.inYuan(order.insuranceCost(), order.currency(), day);
    List<BigDecimal> prices =
        order.lines().stream()
            .map(line -> law.inYuan(line.unitPrice(), order.currency(), day))
            .toList();
    BigDecimal goods = BigDecimal.ZERO;
    for (int i = 0; i < prices.size(); i++) {
      goods =
          goods.add(prices.get(i).multiply(BigDecimal.valueOf(order.lines().get(i).quantity())));
    }
    BigDecimal costs = freight.add(insurance);
    BigDecimal left = costs;
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      OrderLine line = order.lines().get(i);
      BigDecimal total = prices.get(i).multiply(BigDecimal.valueOf(line.quantity()));
      BigDecimal share =
          i == prices.size() - 1
              ? left
              : costs.multiply(total).divide(goods, 2, RoundingMode.HALF_UP).min(left);
      left = left.subtract(share);
      articles.add(
          new Article(line, prices.get(i), total.add(share), law.listed(line.hsCode(), day)));
    }
    return new Valued(goods, freight, insurance, List.copyOf(articles));
  }

  BigDecimal total() {
    return goods.add(freight).add(insurance);
  }

  boolean isListed() {
    return articles.stream().allMatch(article -> article.listed().isPresent());
  }

  /** One piece that cannot be divided. */
  boolean isSingleItem() {
    return articles.size() == 1 && articles.get(0).line().quantity() == 1;
  }

  /** Nothing for goods that are on no list: nobody sends them. */
  CompositeTax tax(boolean inFull, BigDecimal sharePercent) {
    return articles.stream()
        .map(article -> article.tax(inFull, sharePercent))
        .reduce(CompositeTax.NONE, CompositeTax::plus);
  }
}
