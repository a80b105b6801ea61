package eu.perron.flow;

import static eu.perron.flow.Xml.attributes;
import static eu.perron.flow.Xml.idNear;

import eu.perron.flow.ModelCheck.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a process may contain. It is a list of what is allowed: whatever the engine learns tomorrow
 * is refused until somebody has thought about it.
 */
final class GuardRules {
  static final Pattern STEP =
      Pattern.compile("\\$\\{([A-Za-z]\\w*)\\.([A-Za-z]\\w*)\\(execution\\)}");
  private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
  private static final Set<String> BPMN =
      Set.of(
          "definitions",
          "process",
          "documentation",
          "extensionElements",
          "startEvent",
          "endEvent",
          "serviceTask",
          "businessRuleTask",
          "userTask",
          "receiveTask",
          "callActivity",
          "exclusiveGateway",
          "subProcess",
          "sequenceFlow",
          "conditionExpression",
          "incoming",
          "outgoing",
          "textAnnotation",
          "text",
          "association",
          "group",
          "category",
          "categoryValue",
          "collaboration",
          "participant",
          "laneSet",
          "lane",
          "flowNodeRef",
          "error",
          "errorEventDefinition");
  private static final Set<String> CAMUNDA_ELEMENTS = Set.of("properties", "property", "in");
  private static final Set<String> CAMUNDA_ATTRIBUTES =
      Set.of(
          "expression",
          "decisionRef",
          "decisionRefBinding",
          "mapDecisionResult",
          "formRef",
          "formRefBinding",
          "candidateGroups",
          "historyTimeToLive",
          "asyncBefore",
          "asyncAfter",
          "modelerTemplate",
          "modelerTemplateVersion",
          "modelerTemplateIcon");
  private static final Map<String, String> WHY_NOT =
      Map.ofEntries(
          Map.entry(
              "class",
              "names a Java class; name a step instead, such as ${exportCn.declare(execution)}"),
          Map.entry(
              "delegateExpression",
              "names a delegate; name a step instead, such as ${exportCn.declare(execution)}"),
          Map.entry(
              "type",
              "hands the task to an outside worker; here partners are reached by a step of a flow class"),
          Map.entry(
              "topic",
              "hands the task to an outside worker; here partners are reached by a step of a flow class"),
          Map.entry(
              "resultVariable",
              "keeps a result; leave it away, each output of a decision is a fact of its name"),
          Map.entry("assignee", "names one person; give the task to a desk by candidate groups"),
          Map.entry("candidateUsers", "names persons; give the task to a desk by candidate groups"),
          Map.entry("dueDate", "sets a due date; use the property dueIn"),
          Map.entry("priority", "sets a priority; use the property urgency"),
          Map.entry("formKey", "names a form of another kind; use a Camunda form (formRef)"),
          Map.entry("script", "is a script; models say when, rooms say what: use a step"),
          Map.entry(
              "scriptTask",
              "is a script; models say when, rooms say what: use a service task with a step"),
          Map.entry(
              "executionListener",
              "is a listener; what should happen belongs into a step that everybody can see"),
          Map.entry(
              "taskListener",
              "is a listener; what should happen belongs into a step that everybody can see"),
          Map.entry(
              "connector",
              "is a connector; partners are reached through the routes in connectors/ by a step"),
          Map.entry(
              "inputOutput",
              "maps variables; facts are left by steps and die with the transaction"),
          Map.entry("out", "maps variables; the caller reads the fact outcome"),
          Map.entry(
              "boundaryEvent",
              "is a boundary event; how long a task waits is its property, a late answer is LATE"),
          Map.entry(
              "intermediateCatchEvent",
              "is a catch event; wait with a receive task that has waitFor and onSilence"),
          Map.entry(
              "parallelGateway", "is a parallel gateway; an order stands in one place at a time"),
          Map.entry(
              "inclusiveGateway",
              "is an inclusive gateway; an order stands in one place at a time"),
          Map.entry(
              "eventBasedGateway",
              "waits at a gateway; wait with a receive task and read its answer after it"),
          Map.entry(
              "multiInstanceLoopCharacteristics",
              "repeats a task; what many share is a process of its own"),
          Map.entry(
              "messageRef",
              "waits for a message of the engine; a receive task here has none, the flow class answers"));

  private final ProcessFile file;
  private final List<Refusal> refusals;

  private GuardRules(ProcessFile file, List<Refusal> refusals) {
    this.file = file;
    this.refusals = refusals;
  }

  static void check(ProcessFile file, List<Refusal> refusals) {
    GuardRules rules = new GuardRules(file, refusals);
    Xml.walk(file.text().getDocumentElement(), rules::look);
  }

  private void look(Element element) {
    String namespace = String.valueOf(element.getNamespaceURI());
    String name = element.getLocalName();
    if (namespace.equals(Xml.BPMN) && !BPMN.contains(name)
        || namespace.equals(Xml.CAMUNDA) && !CAMUNDA_ELEMENTS.contains(name)) {
      refuse(element, name, name);
      return;
    }
    attributes(element).forEach(attribute -> look(element, attribute));
    String text = Xml.ownText(element);
    if (name.equals("conditionExpression")) {
      if (Comparison.of(text).isEmpty()) {
        refuse(
            element,
            ("The condition %s is not a plain comparison of one fact; write it like "
                    + "${answer == 'RELEASED'} (and give a fact a name that is no word of the language, such as empty).")
                .formatted(text));
      }
    } else if (isExpression(text)) {
      refuse(
          element,
          "An expression stands in the text of %s: %s. Write words there.".formatted(name, text));
    }
    if (namespace.equals(Xml.CAMUNDA)
        && name.equals("in")
        && (!element.getAttribute("businessKey").equals(BUSINESS_KEY)
            || attributes(element).size() != 1)) {
      refuse(
          element,
          "A called process is handed the business key and nothing else: "
              + "<camunda:in businessKey=\"%s\" />.".formatted(BUSINESS_KEY));
    }
  }

  private void look(Element element, Attr attribute) {
    String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
    String value = attribute.getValue();
    if (Xml.CAMUNDA.equals(attribute.getNamespaceURI())) {
      if (!CAMUNDA_ATTRIBUTES.contains(name)) {
        refuse(element, name, "camunda:" + name);
        return;
      }
      if (name.startsWith("async") && value.equals("true") && !hasReasonForAsync(element)) {
        refuse(
            element,
            "camunda:%s costs a job for every order; take it away, or say in the property asyncReason why "
                    .formatted(name)
                + "this step must stand alone.");
      }
    } else if (name.equals("messageRef") || name.equals("language") || name.equals("resource")) {
      refuse(element, name, name);
      return;
    }
    if (isExpression(value) && !isAllowed(element, attribute, name, value)) {
      refuse(
          element,
          ("The expression %s in %s is not allowed; a step is named like ${exportCn.declare(execution)}, "
                  + "a desk by its name or by ${desk}.")
              .formatted(value, name));
    }
  }

  private boolean isAllowed(Element element, Attr attribute, String name, String value) {
    Matcher step = STEP.matcher(value);
    return switch (name) {
      case "expression", "calledElement" -> step.matches();
      case "candidateGroups" -> value.equals("${desk}");
      case "businessKey" ->
          value.equals(BUSINESS_KEY)
              && Xml.CAMUNDA.equals(element.getNamespaceURI())
              && element.getLocalName().equals("in")
              && attribute.getNamespaceURI() == null;
      default -> false;
    };
  }

  private static boolean hasReasonForAsync(Element element) {
    boolean[] found = {false};
    Xml.walk(
        element,
        inner ->
            found[0] |=
                Xml.CAMUNDA.equals(inner.getNamespaceURI())
                    && inner.getLocalName().equals("property")
                    && inner.getAttribute("name").equals("asyncReason")
                    && !inner.getAttribute("value").isBlank());
    return found[0];
  }

  private static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  private void refuse(Element element, String key, String shown) {
    refuse(
        element,
        "%s %s."
            .formatted(
                shown,
                WHY_NOT.getOrDefault(
                    key,
                    "is nothing that a process may use here; known are steps, decisions, user tasks, receive tasks, called "
                        + "processes and exclusive gateways")));
  }

  private void refuse(Element element, String reason) {
    refusals.add(new Refusal(file.file(), idNear(element), reason));
  }
}
