package eu.perron.flow;

import eu.perron.duties.Duties;
import eu.perron.duties.Ledger;
import eu.perron.imports.DebtAssessed;
import eu.perron.imports.DebtVoid;
import eu.perron.imports.Imports;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What imports declare is entered into the ledger, in the same transaction. */
@Component
class LedgerOfImports {
  private final Orders orders;
  private final Imports imports;
  private final Duties duties;
  private final Ledger ledger;

  LedgerOfImports(Orders orders, Imports imports, Duties duties, Ledger ledger) {
    this.orders = orders;
    this.imports = imports;
    this.duties = duties;
    this.ledger = ledger;
  }

  @EventListener
  void on(DebtAssessed assessed) {
    Order order = imports.asFound(orders.get(assessed.orderNumber()), assessed.lrn());
    ledger.owe(
        order,
        assessed.lrn(),
        assessed.mrn(),
        duties.landedCost(
            order, assessed.acceptedOn(), assessed.declaration(), assessed.additionalProcedure()));
  }

  @EventListener
  void on(DebtVoid undone) {
    ledger.undo(undone.lrn());
  }
}
