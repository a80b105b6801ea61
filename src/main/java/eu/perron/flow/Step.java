package eu.perron.flow;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a step may do with the process: learn whom it serves, read the facts of this transaction,
 * leave new ones.
 */
final class Step {
  private Step() {}

  /** The order or consignment number this process serves. */
  static String key(DelegateExecution step) {
    return step.getProcessBusinessKey();
  }

  /**
   * A fact lives until the transaction ends: the gateway after the step reads it, the database
   * never sees it.
   */
  static void leave(DelegateExecution step, String fact, Object value) {
    step.setVariable(
        fact, Variables.untypedValue(value instanceof Enum<?> named ? named.name() : value, true));
  }

  static Optional<String> text(DelegateExecution step, String fact) {
    return Optional.ofNullable(step.getVariable(fact))
        .map(Object::toString)
        .filter(value -> !value.isBlank());
  }
}
