package eu.perron.flow;

import static eu.perron.flow.ProcessFile.isEventSubProcess;
import static eu.perron.flow.ProcessFile.property;

import eu.perron.flow.ModelCheck.Refusal;
import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Whether somebody else can read the process, and whether the engine finds in it what it needs. */
final class LintRules {
  private final ProcessFile file;
  private final List<Refusal> refusals;

  private LintRules(ProcessFile file, List<Refusal> refusals) {
    this.file = file;
    this.refusals = refusals;
  }

  static void check(ProcessFile file, List<Refusal> refusals) {
    LintRules rules = new LintRules(file, refusals);
    rules.process();
    rules.startsAndEnds(file.id(), file.process().getFlowElements(), false);
    file.nodes(SubProcess.class)
        .forEach(
            sub -> rules.startsAndEnds(sub.getId(), sub.getFlowElements(), sub.triggeredByEvent()));
    file.nodes().forEach(rules::node);
    file.model().getModelElementsByType(SequenceFlow.class).forEach(rules::flow);
    file.nodes(ReceiveTask.class).forEach(rules::wait);
    file.nodes(UserTask.class).forEach(rules::task);
    file.nodes(EndEvent.class).forEach(rules::end);
  }

  private void process() {
    if (!(file.id() + ".bpmn").equals(file.file())) {
      refuse(
          file.id(),
          "The process is called %s but the file %s; give both one name."
              .formatted(file.id(), file.file()));
    }
    if (!file.process().isExecutable()) {
      refuse(
          file.id(),
          "The process is not executable; tick Executable in the properties of the process.");
    }
    if (isBlank(file.process().getName())) {
      refuse(file.id(), "The process has no name; the studio lists it by its name.");
    }
    String timeToLive = file.process().getCamundaHistoryTimeToLiveString();
    if (isBlank(timeToLive)) {
      refuse(file.id(), "The history time to live is missing; set it, as P180D.");
    }
  }

  private void startsAndEnds(
      String scope, Collection<FlowElement> elements, boolean eventSubProcess) {
    List<StartEvent> starts =
        elements.stream().filter(StartEvent.class::isInstance).map(StartEvent.class::cast).toList();
    if (starts.size() != 1) {
      refuse(scope, "It has %d start events; it needs exactly one.".formatted(starts.size()));
    }
    for (StartEvent start : starts) {
      if (start.getEventDefinitions().isEmpty() == eventSubProcess) {
        refuse(
            start.getId(),
            eventSubProcess
                ? "An event sub-process starts with an error; give its start event one."
                : "Processes are started by the house; the start event must be a plain one.");
      }
    }
    if (elements.stream().noneMatch(EndEvent.class::isInstance)) {
      refuse(scope, "It has no end event; draw one for each outcome.");
    }
  }

  private void node(FlowNode node) {
    boolean joins = node instanceof ExclusiveGateway && node.getOutgoing().size() < 2;
    if (isBlank(node.getName()) && !joins) {
      refuse(node.getId(), "It has no name; say in two or three words what happens there.");
    }
    if (!hasShape(node)) {
      refuse(node.getId(), "It is not drawn on the diagram; place it there with the modeler.");
    }
    if (isEventSubProcess(node)) {
      return;
    }
    if (node.getIncoming().isEmpty() && !(node instanceof StartEvent)) {
      refuse(node.getId(), "No flow leads to it; connect it or take it away.");
    }
    if (node.getOutgoing().isEmpty() && !(node instanceof EndEvent)) {
      refuse(
          node.getId(),
          "No flow leads on from it; connect it with what follows, or with an end event.");
    }
    if (node.getOutgoing().size() > 1 && !(node instanceof ExclusiveGateway)) {
      refuse(
          node.getId(),
          "Several flows leave it, so all would be taken at once; put a gateway behind it.");
    }
    oneOf(node, "stage", Stage.values());
    oneOf(node, "status", Status.values());
  }

  private void oneOf(FlowNode node, String name, Enum<?>[] values) {
    Optional<String> given = property(node, name);
    List<String> known = Arrays.stream(values).map(Enum::name).toList();
    if (given.isPresent() && !known.contains(given.get())) {
      refuse(
          node.getId(),
          "Its %s %s does not exist; known are %s."
              .formatted(name, given.get(), String.join(", ", known)));
    }
  }

  private void flow(SequenceFlow flow) {
    if (isBlank(flow.getName()) && flow.getSource().getOutgoing().size() > 1) {
      refuse(
          flow.getId(),
          "The flow to %s has no name; say which answer it stands for."
              .formatted(named(flow.getTarget())));
    }
    boolean drawn =
        file.model().getModelElementsByType(BpmnEdge.class).stream()
            .anyMatch(edge -> flow.equals(edge.getBpmnElement()) && edge.getWaypoints().size() > 1);
    if (!drawn) {
      refuse(flow.getId(), "The flow is not drawn on the diagram; draw it again with the modeler.");
    }
  }

  private void wait(ReceiveTask wait) {
    duration(wait, "waitFor", "how long it waits before silence is an answer too, as PT24H or P5D");
    if (property(wait, "onSilence").isEmpty()) {
      refuse(
          wait.getId(),
          "It has no property onSilence; say in words what happens when nothing is heard.");
    }
  }

  private void task(UserTask task) {
    duration(task, "dueIn", "in which time a clerk should have done it, as PT4H");
    Optional<String> urgency = property(task, "urgency");
    if (urgency.filter(value -> value.matches("[1-9]\\d?|100")).isEmpty()) {
      refuse(
          task.getId(),
          "Its property urgency is %s; give it a number from 1 to 100, 100 being the most urgent."
              .formatted(urgency.orElse("missing")));
    }
    if (property(task, "reason").isEmpty()) {
      refuse(task.getId(), "It has no property reason; the clerk reads it in the list of tasks.");
    }
  }

  private void end(EndEvent end) {
    boolean tellsSeller = file.id().equals("fulfilment") && !ProcessFile.isError(end);
    if (tellsSeller && property(end, "status").isEmpty()) {
      refuse(
          end.getId(),
          "It has no property status; the seller reads it as the outcome of the order.");
    }
  }

  private void duration(BaseElement element, String name, String meaning) {
    Optional<String> given = property(element, name);
    if (given.isEmpty()) {
      refuse(element.getId(), "It has no property %s; say %s.".formatted(name, meaning));
      return;
    }
    try {
      if (Duration.parse(given.get()).isNegative() || Duration.parse(given.get()).isZero()) {
        refuse(
            element.getId(),
            "Its property %s is %s; it must be longer than nothing.".formatted(name, given.get()));
      }
    } catch (DateTimeException unreadable) {
      refuse(
          element.getId(),
          "Its property %s is %s, which is no duration; say %s."
              .formatted(name, given.get(), meaning));
    }
  }

  private boolean hasShape(FlowNode node) {
    return file.model().getModelElementsByType(BpmnShape.class).stream()
        .anyMatch(shape -> node.equals(shape.getBpmnElement()) && shape.getBounds() != null);
  }

  private static String named(FlowNode node) {
    return isBlank(node.getName()) ? node.getId() : "\"" + node.getName() + "\"";
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private void refuse(String element, String reason) {
    refusals.add(new Refusal(file.file(), element, reason));
  }
}
