package eu.perron.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Output;

/** One {@code .dmn} file. */
record DecisionFile(String file, DmnModelInstance model, byte[] bytes) {

  Set<String> ids() {
    return model.getModelElementsByType(Decision.class).stream()
        .map(Decision::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean hasOutput(String fact) {
    return output(fact).isPresent();
  }

  /** Empty when the table does not list which values the output may have. */
  Optional<Set<String>> outputValues(String fact) {
    return output(fact)
        .map(Output::getOutputValues)
        .map(values -> values.getText().getTextContent())
        .map(
            text ->
                Arrays.stream(text.split(","))
                    .map(value -> value.strip().replace("\"", ""))
                    .collect(Collectors.toCollection(TreeSet::new)));
  }

  private Optional<Output> output(String fact) {
    return model.getModelElementsByType(Output.class).stream()
        .filter(output -> fact.equals(output.getName()))
        .findFirst();
  }
}
