package eu.perron.flow;

import eu.perron.duties.Duties;
import eu.perron.duties.LandedCost;
import eu.perron.imports.Tariff;
import eu.perron.orders.Order;
import java.math.BigDecimal;
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
  public BigDecimal intrinsicValue(Order order, LocalDate on) {
    return duties.intrinsicValue(order, on);
  }

  @Override
  public Collection<List<Integer>> items(Order order, String declaration) {
    return duties.items(order, declaration);
  }

  @Override
  public Debt debt(
      Order order, LocalDate acceptedOn, String declaration, String additionalProcedure) {
    LandedCost cost = duties.landedCost(order, acceptedOn, declaration, additionalProcedure);
    return new Debt(cost.duty(), cost.vat(), cost.payableAtImport());
  }
}
