package eu.perron.flow;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The last gate before a model is taken: whoever deploys it, past {@link ModelCheck} too, cannot
 * have a class, a delegate, a script or a listener run.
 */
final class ParseGuard extends AbstractBpmnParseListener {
  private static final Set<String> ELEMENTS =
      Set.of(
          "script", "scriptTask", "executionListener", "taskListener", "connector", "inputOutput");
  private static final Set<String> ATTRIBUTES =
      Set.of("class", "delegateExpression", "resource", "type");

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    Set<String> refused = new TreeSet<>();
    walk(root, "", refused);
    if (!refused.isEmpty()) {
      throw new ProcessEngineException(
          "The guard refuses "
              + String.join(", ", refused)
              + ": models say when, rooms say what. Name a step such as ${exportCn.declare(execution)}");
    }
  }

  private static void walk(Element element, String near, Set<String> refused) {
    String id = element.attribute("id", near);
    if (ELEMENTS.contains(element.getTagName())) {
      refused.add(element.getTagName() + " at " + id);
    }
    ATTRIBUTES.stream()
        .filter(name -> element.attributeNS(Properties.CAMUNDA, name) != null)
        .forEach(name -> refused.add(name + " at " + id));
    element.elements().forEach(inner -> walk(inner, id, refused));
  }
}
