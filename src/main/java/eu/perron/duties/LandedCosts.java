package eu.perron.duties;

import eu.perron.orders.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an order costs at the door, by the law of the country that it enters. */
@Component
public class LandedCosts {
  private final Duties duties;
  private final Law law;
  private final Map<String, ForeignImport> abroad;

  LandedCosts(Duties duties, Law law, List<ForeignImport> abroad) {
    this.duties = duties;
    this.law = law;
    this.abroad =
        abroad.stream().collect(Collectors.toMap(ForeignImport::country, Function.identity()));
  }

  /**
   * @throws NoLaw if the tables have no answer, or nothing is imported
   */
  public LandedCost of(Order order, LocalDate day) {
    ForeignImport foreign = abroad.get(order.consignee().country());
    if (foreign != null) {
      return foreign.landedCost(order, day);
    }
    refuseTradeWithinTheUnion(order, day);
    return duties.landedCost(order, day);
  }

  private void refuseTradeWithinTheUnion(Order order, LocalDate day) {
    if (order.consignor() != null && law.isInTheUnion(order.consignor().country(), day)) {
      throw new NoLaw(
          "/consignor/country",
          "not-an-import",
          "Goods from %s are in the Union already: nothing is declared for import. Name the country they come from."
              .formatted(order.consignor().country()));
    }
  }
}
