package eu.perron.flow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.variable.Variables;

/** Hands the end event that a called process reached up to its caller, as a fact. */
final class Outcomes {
  static final String OUTCOME = "outcome";

  private Outcomes() {}

  static CallableElementParameter handedUp() {
    CallableElementParameter parameter = new CallableElementParameter();
    parameter.setTarget(OUTCOME);
    parameter.setSourceValueProvider(
        new ParameterValueProvider() {
          @Override
          public Object getValue(VariableScope called) {
            return Variables.stringValue((String) called.getVariable(OUTCOME), true);
          }

          @Override
          public boolean isDynamic() {
            return false;
          }
        });
    return parameter;
  }
}
