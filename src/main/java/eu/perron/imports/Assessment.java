package eu.perron.imports;

import eu.perron.imports.ControlResult.Correction;
import eu.perron.imports.Tariff.Debt;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.trade.Liege;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is owed for a declaration: decided by the day of acceptance, which customs dates. */
@Component
class Assessment {
  private final ImportDeclarations declarations;
  private final Orders orders;
  private final Tariff tariff;
  private final Corrections corrections;
  private final ApplicationEventPublisher events;

  Assessment(
      ImportDeclarations declarations,
      Orders orders,
      Tariff tariff,
      Corrections corrections,
      ApplicationEventPublisher events) {
    this.declarations = declarations;
    this.orders = orders;
    this.tariff = tariff;
    this.corrections = corrections;
    this.events = events;
  }

  ImportDeclaration of(ImportDeclaration accepted, ImportDeclaration before) {
    if (accepted.state().isVoid() && !before.state().isVoid()) {
      tariff.undo(accepted.lrn());
    }
    return accepted.acceptedAt() == null || accepted.acceptedAt().equals(before.acceptedAt())
        ? accepted
        : again(accepted);
  }

  /** By what customs found since; a declaration that it has not accepted owes nothing yet. */
  ImportDeclaration again(ImportDeclaration accepted) {
    if (accepted.acceptedAt() == null) {
      return accepted;
    }
    LocalDate acceptedOn = LocalDate.ofInstant(accepted.acceptedAt(), Liege.TIME);
    Order found = corrections.applied(orders.get(accepted.orderNumber()), accepted);
    return accepted.owing(
        tariff.owe(
            new Tariff.Accepted(
                found,
                accepted.lrn(),
                accepted.mrn(),
                accepted.kind(),
                accepted.additionalProcedure(),
                acceptedOn)));
  }

  /** Keeps what was corrected of a declaration, and counts anew what is owed for it. */
  void correct(ImportDeclaration known, List<Correction> corrected, Instant at) {
    corrected.forEach(one -> corrections.keep(known, one, at));
    if (!corrected.isEmpty()) {
      ImportDeclaration owing = again(known);
      declarations.update(owing);
      tell(known.debt(), owing);
    }
  }

  /**
   * @param before what was told before; null: nothing
   */
  void tell(Debt before, ImportDeclaration declaration) {
    Debt debt = declaration.debt();
    boolean changed =
        debt != null && (before == null || before.payable().compareTo(debt.payable()) != 0);
    if (changed && debt.payable().signum() > 0) {
      events.publishEvent(
          Milestone.of(
                  declaration.orderNumber(),
                  MilestoneCode.DUTY_DUE,
                  declaration.acceptedAt(),
                  Imports.SOURCE)
              .noting(debt.payable().toPlainString() + " EUR"));
    }
  }
}
