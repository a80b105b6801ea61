package eu.perron.flow;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/**
 * A receive task that can also be left by cancellation. The error reaches the order's cancellation
 * through every called process; no event subscription waits for it in the database.
 */
final class CancellableWait extends ReceiveTaskActivityBehavior {
  @Override
  public void signal(ActivityExecution execution, String signalName, Object data) throws Exception {
    if (Signals.CANCELLED.equals(signalName)) {
      executeWithErrorPropagation(
          execution,
          () -> {
            throw new BpmnError(Signals.CANCELLED);
          });
    } else {
      super.signal(execution, signalName, data);
    }
  }
}
