package eu.perron.flow;

import eu.perron.delivery.Deliveries;
import eu.perron.delivery.ReturnedToHub;
import eu.perron.imports.ImportWithdrawals;
import eu.perron.retailimports.RetailImports;
import eu.perron.returns.ParcelBack;
import eu.perron.returns.ReturnDecision;
import eu.perron.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code return.bpmn}: back to the hub, and on to the seller or to destruction. */
@Component("return")
public class Return {
  static final WaitFor BACK = WaitFor.at("return", "WaitForReturn", "BACK");

  private final ImportWithdrawals imports;
  private final RetailImports retailImports;
  private final Returns returns;
  private final Deliveries deliveries;
  private final Answers answers;

  Return(
      ImportWithdrawals imports,
      RetailImports retailImports,
      Returns returns,
      Deliveries deliveries,
      Answers answers) {
    this.imports = imports;
    this.retailImports = retailImports;
    this.returns = returns;
    this.deliveries = deliveries;
    this.answers = answers;
  }

  public void expectBack(DelegateExecution step) {
    imports.giveUp(Step.key(step), "The goods go back");
    retailImports.giveUp(Step.key(step));
    returns.expect(Step.key(step), deliveries.recall(Step.key(step)));
  }

  public void recordReturn(DelegateExecution step) {
    returns.record(
        Step.key(step), ReturnDecision.valueOf(Step.text(step, "decision").orElseThrow()));
  }

  @EventListener
  void on(ReturnedToHub event) {
    returns.arrive(event.orderNumber());
  }

  @EventListener
  void on(ParcelBack event) {
    answers.give(BACK, event.orderNumber(), "BACK");
  }
}
