package eu.perron.retailimports;

import eu.perron.house.ReferenceTable.Row;
import eu.perron.orders.Order;
import eu.perron.retailimports.RetailLaw.Listed;
import eu.perron.retailimports.Valued.Article;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an order would bear as retail import, by the law of any day; nothing is kept. */
@Component
public class RetailCosts {
  private final RetailLaw law;

  RetailCosts(RetailLaw law) {
    this.law = law;
  }

  /**
   * A row of a dated table that was applied.
   *
   * @param decides what it was asked for: goods, taxShare or exchangeRate
   */
  public record AppliedRow(
      String name, LocalDate validFrom, String source, String mark, String decides) {
    private static AppliedRow of(Row row, String name, String decides) {
      return new AppliedRow(name, row.validFrom(), row.get("source"), row.get("mark"), decides);
    }
  }

  /**
   * One line of the order, in yuan.
   *
   * @param line its position, from 0
   * @param vatBase with consumption tax in full
   * @param price of all pieces
   * @param value the same with their share of transport and insurance
   * @param vatPercent before the share that is due within the limits
   */
  public record Taxed(
      int line,
      BigDecimal price,
      BigDecimal value,
      BigDecimal vatBase,
      BigDecimal vatPercent,
      CompositeTax tax) {}

  /**
   * In yuan.
   *
   * @param carriage transport and insurance
   */
  public record Cost(
      BigDecimal goods,
      BigDecimal carriage,
      List<Taxed> lines,
      CompositeTax tax,
      List<AppliedRow> applied) {}

  /** As of a buyer who is known and has bought nothing yet this year. */
  public RetailMeasure measure(Order order, LocalDate day) {
    Valued valued = Valued.of(order, law, day);
    return new RetailMeasure(
        valued.isListed(), true, valued.total(), valued.total(), valued.isSingleItem(), day);
  }

  /**
   * @param inFull duty and taxes in full, as above the limit of a purchase
   * @throws NoRow if a table says nothing of that day
   */
  public Cost cost(Order order, LocalDate day, boolean inFull) {
    Valued valued = Valued.of(order, law, day);
    BigDecimal share = new BigDecimal(law.of("taxPercent", day));
    Set<AppliedRow> applied = new LinkedHashSet<>();
    if (!order.currency().equals("CNY")) {
      Row rate = law.rate(order.currency(), day);
      String name = "customs rate " + order.currency() + " " + rate.get("yuan_per_unit");
      applied.add(AppliedRow.of(rate, name, "exchangeRate"));
    }
    if (!inFull) {
      applied.add(
          AppliedRow.of(
              law.row("taxPercent", day), "china-retail-practice: taxPercent", "taxShare"));
    }
    List<Taxed> lines = new ArrayList<>();
    for (Article article : valued.articles()) {
      Listed listed = article.listed().orElseThrow();
      applied.add(AppliedRow.of(listed.row(), "china-retail-goods: " + listed.prefix(), "goods"));
      CompositeTax tax = article.tax(inFull, share);
      lines.add(
          new Taxed(
              lines.size(),
              article.totalPrice(),
              article.value(),
              article.rates().vatBase(article.value().add(tax.duty())),
              listed.vat(),
              tax));
    }
    return new Cost(
        valued.goods(),
        valued.freight().add(valued.insurance()),
        lines,
        lines.stream().map(Taxed::tax).reduce(CompositeTax.NONE, CompositeTax::plus),
        List.copyOf(applied));
  }
}
