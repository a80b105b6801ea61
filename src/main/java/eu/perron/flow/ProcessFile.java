package eu.perron.flow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.w3c.dom.Document;

/** One {@code .bpmn} file, as the engine's model and as the text it is. */
record ProcessFile(String file, BpmnModelInstance model, Process process, Document text) {

  static ProcessFile of(String file, BpmnModelInstance model, Document text) {
    Collection<Process> processes = model.getModelElementsByType(Process.class);
    if (processes.size() != 1) {
      throw new ModelCheck.Unfit(
          "it holds %d processes; one file, one process".formatted(processes.size()));
    }
    return new ProcessFile(file, model, processes.iterator().next(), text);
  }

  String id() {
    return process.getId();
  }

  /** Of the process itself and of the sub-processes drawn inside it. */
  Collection<FlowNode> nodes() {
    return model.getModelElementsByType(FlowNode.class);
  }

  <T extends FlowNode> Collection<T> nodes(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  /** The outcomes a caller must know: ends of the process itself that are no errors. */
  Set<String> outcomes() {
    return process.getFlowElements().stream()
        .filter(EndEvent.class::isInstance)
        .map(EndEvent.class::cast)
        .filter(end -> !isError(end))
        .map(EndEvent::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean isError(EndEvent end) {
    return end.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
  }

  static boolean isEventSubProcess(FlowNode node) {
    return node instanceof SubProcess sub && sub.triggeredByEvent();
  }

  static Optional<String> property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return Optional.empty();
    }
    List<CamundaProperties> properties =
        List.copyOf(element.getExtensionElements().getChildElementsByType(CamundaProperties.class));
    return properties.stream()
        .flatMap(all -> all.getCamundaProperties().stream())
        .filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
  }
}
