package eu.perron.flow;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes down what every decision table decided: which version of it, given what, by which row. */
@Component
class RulesApplied implements DmnDecisionTableEvaluationListener {
  private final Turns turns;

  RulesApplied(@Lazy Turns turns) {
    this.turns = turns;
  }

  @Override
  public void notify(DmnDecisionTableEvaluationEvent event) {
    BpmnExecutionContext process = Context.getBpmnExecutionContext();
    if (process == null || !(event.getDecision() instanceof DecisionDefinition table)) {
      return; // tried out, not applied to an order
    }
    Map<String, Object> given = new LinkedHashMap<>();
    event
        .getInputs()
        .forEach(
            input ->
                given.put(nameOf(input.getName(), input.getId()), input.getValue().getValue()));
    Map<String, Object> decided = new LinkedHashMap<>();
    event
        .getMatchingRules()
        .forEach(
            row -> {
              decided.put("row", row.getId());
              row.getOutputEntries()
                  .values()
                  .forEach(
                      output -> decided.put(output.getOutputName(), output.getValue().getValue()));
            });
    turns
        .current()
        .deeds
        .add(
            Entry.of(Act.RULED)
                .by(Audit.THE_PROGRAM)
                .about(process.getExecution().getProcessBusinessKey())
                .under(table.getKey() + ":" + table.getVersion())
                .before(given)
                .after(decided));
  }

  private static String nameOf(String name, String id) {
    return name == null || name.isBlank() ? id : name;
  }
}
