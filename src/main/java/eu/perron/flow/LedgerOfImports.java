package eu.perron.flow;

import eu.perron.duties.Duties;
import eu.perron.duties.Ledger;
import eu.perron.imports.DebtAssessed;
import eu.perron.imports.DebtVoid;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What imports declare is entered into the ledger, in the same transaction. */
@Component
class LedgerOfImports {
  private final Duties duties;
  private final Ledger ledger;

  LedgerOfImports(Duties duties, Ledger ledger) {
    this.duties = duties;
    this.ledger = ledger;
  }

  @EventListener
  void on(DebtAssessed assessed) {
    ledger.owe(
        assessed.order(),
        assessed.lrn(),
        assessed.mrn(),
        duties.landedCost(
            assessed.order(),
            assessed.acceptedOn(),
            assessed.declaration(),
            assessed.additionalProcedure()));
  }

  @EventListener
  void on(DebtVoid undone) {
    ledger.undo(undone.lrn());
  }
}
