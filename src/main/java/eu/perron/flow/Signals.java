package eu.perron.flow;

import eu.perron.orders.Orders;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Moves waiting executions on, all of a batch in one command: one flush, statements in bulk. */
@Component
class Signals {
  static final String CANCELLED = "cancelled";
  private final ProcessEngineConfigurationImpl engine;
  private final Orders orders;

  Signals(ProcessEngine engine, Orders orders) {
    this.orders = orders;
    this.engine = ((ProcessEngineImpl) engine).getProcessEngineConfiguration();
  }

  /**
   * @param answer the fact the gateway after the wait reads
   */
  record Signal(String executionId, String businessKey, String answer) {}

  void send(List<Signal> signals) {
    if (signals.isEmpty()) {
      return;
    }
    orders.layOut(signals.stream().map(Signal::businessKey).toList());
    boolean first = Context.getCommandContext() == null;
    execute(
        context -> {
          if (first) {
            ExecutionTrees.fetch(context, signals.stream().map(Signal::executionId).toList());
          }
          for (Signal signal : signals) {
            new SignalCmd(
                    signal.executionId(),
                    null,
                    null,
                    Variables.putValueTyped("answer", Variables.stringValue(signal.answer(), true)))
                .execute(context);
          }
          return null;
        });
  }

  /** Ends the wait by the BPMN error {@code cancelled}, which the order's cancellation catches. */
  void cancel(String executionId) {
    execute(context -> new SignalCmd(executionId, CANCELLED, null, null).execute(context));
  }

  /** Who calls knows Spring's word for two who moved the same wait, and not the engine's. */
  private void execute(Command<?> moves) {
    try {
      engine.getCommandExecutorTxRequired().execute(moves);
    } catch (OptimisticLockingException moved) {
      throw new OptimisticLockingFailureException(moved.getMessage(), moved);
    }
  }
}
