package eu.perron.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/** Reads deployed models once; a version never changes. */
@Component
class Drawings {
  private static final int MOST = 200;
  private final RepositoryService repository;
  private final Map<String, List<Element>> read = new ConcurrentHashMap<>();

  Drawings(RepositoryService repository) {
    this.repository = repository;
  }

  List<Element> elements(String definitionId) {
    if (read.size() > MOST) {
      read.clear();
    }
    return read.computeIfAbsent(definitionId, this::readElements);
  }

  private List<Element> readElements(String definitionId) {
    return repository
        .getBpmnModelInstance(definitionId)
        .getModelElementsByType(FlowNode.class)
        .stream()
        .map(Drawings::element)
        .toList();
  }

  private static Element element(FlowNode node) {
    return new Element(
        node.getId(),
        node.getElementType().getTypeName(),
        node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", " "),
        properties(node),
        node instanceof UserTask task ? task.getCamundaFormRef() : null,
        node instanceof UserTask task ? task.getCamundaCandidateGroups() : null,
        node instanceof ServiceTask task ? task.getCamundaExpression() : null,
        node instanceof BusinessRuleTask task ? task.getCamundaDecisionRef() : null,
        node instanceof CallActivity call ? call.getCalledElement() : null);
  }

  private static Map<String, String> properties(FlowNode node) {
    Map<String, String> properties = new LinkedHashMap<>();
    if (node.getExtensionElements() != null) {
      node
          .getExtensionElements()
          .getElementsQuery()
          .filterByType(CamundaProperties.class)
          .list()
          .stream()
          .flatMap(all -> all.getCamundaProperties().stream())
          .forEach(
              property -> properties.put(property.getCamundaName(), property.getCamundaValue()));
    }
    return properties;
  }
}
