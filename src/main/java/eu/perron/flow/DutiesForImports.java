package eu.perron.flow;

import eu.perron.duties.Duties;
import eu.perron.duties.LandedCost;
import eu.perron.imports.Tariff;
import eu.perron.imports.Valuation;
import eu.perron.orders.Order;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Introduces the duties room to the imports room, which do not know each other. */
@Component
class DutiesForImports implements Tariff {
  private final Duties duties;

  DutiesForImports(Duties duties) {
    this.duties = duties;
  }

  @Override
  public Valuation value(Order order, LocalDate on) {
    Duties.Goods goods = duties.goods(order, on);
    return new Valuation(
        goods.intrinsicValue(),
        order.vatScheme(),
        order.saleKind(),
        goods.excise(),
        goods.restricted(),
        on);
  }

  @Override
  public Collection<List<Integer>> items(Order order, String declaration, LocalDate on) {
    return duties.items(order, declaration, on);
  }

  @Override
  public Debt debt(
      Order order, LocalDate acceptedOn, String declaration, String additionalProcedure) {
    LandedCost cost = duties.landedCost(order, acceptedOn, declaration, additionalProcedure);
    return new Debt(cost.duty(), cost.vat(), cost.payableAtImport());
  }
}
