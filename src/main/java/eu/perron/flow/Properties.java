package eu.perron.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * The {@code camunda:properties} of an element: what a process owner can change without touching
 * the flow.
 */
record Properties(String elementId, Map<String, String> values) {
  static final Namespace CAMUNDA = BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

  static Properties of(Element element) {
    Map<String, String> values = new HashMap<>();
    Element properties = BpmnParseUtil.findCamundaExtensionElement(element, "properties");
    if (properties != null) {
      for (Element property : properties.elementsNS(CAMUNDA, "property")) {
        values.put(property.attribute("name"), property.attribute("value"));
      }
    }
    return new Properties(element.attribute("id"), values);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    elementId + " has no property '" + name + "'; give it one"));
  }
}
