package eu.perron.flow;

import eu.perron.duties.Duties;
import eu.perron.duties.LandedCost;
import eu.perron.duties.Ledger;
import eu.perron.duties.NoLaw;
import eu.perron.imports.Tariff;
import eu.perron.imports.Valuation;
import eu.perron.orders.Order;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Introduces the duties room to the imports room, which do not know each other: what imports
 * declare is valued by the law, and entered into the ledger.
 */
@Component
class DutiesForImports implements Tariff {
  private final Duties duties;
  private final Ledger ledger;

  DutiesForImports(Duties duties, Ledger ledger) {
    this.duties = duties;
    this.ledger = ledger;
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
  public Optional<String> declaration(Order order, LocalDate on) {
    try {
      return Optional.of(duties.landedCost(order, on).declaration());
    } catch (NoLaw silent) {
      return Optional.empty();
    }
  }

  @Override
  public Collection<List<Integer>> items(Order order, String declaration, LocalDate on) {
    return duties.items(order, declaration, on);
  }

  @Override
  public Debt owe(Accepted accepted) {
    LandedCost cost =
        duties.landedCost(
            accepted.order(),
            accepted.on(),
            accepted.declaration(),
            accepted.additionalProcedure());
    ledger.owe(accepted.order(), accepted.lrn(), accepted.mrn(), cost);
    return new Debt(cost.duty(), cost.vat(), cost.payableAtImport());
  }

  @Override
  public void undo(String lrn) {
    ledger.undo(lrn);
  }
}
