package eu.perron.flow;

import eu.perron.exchange.Partner;
import eu.perron.flow.ModelCheck.Refusal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/**
 * Whether every name that the process mentions means something: steps, decisions, forms, processes,
 * desks, waits.
 */
final class WiringRules {
  private final ProcessFile file;
  private final Shelf shelf;
  private final Known known;
  private final List<Refusal> refusals;

  private WiringRules(ProcessFile file, Shelf shelf, Known known, List<Refusal> refusals) {
    this.file = file;
    this.shelf = shelf;
    this.known = known;
    this.refusals = refusals;
  }

  static void check(ProcessFile file, Shelf shelf, Known known, List<Refusal> refusals) {
    WiringRules rules = new WiringRules(file, shelf, known, refusals);
    file.nodes(ServiceTask.class).forEach(rules::step);
    file.nodes(BusinessRuleTask.class).forEach(rules::decision);
    file.nodes(UserTask.class).forEach(rules::form);
    file.nodes(CallActivity.class).forEach(rules::call);
    file.nodes(ReceiveTask.class).forEach(rules::wait);
    known.waits().stream().filter(wait -> wait.process().equals(file.id())).forEach(rules::isDrawn);
  }

  private void step(ServiceTask task) {
    if (task.getCamundaExpression() == null) {
      refuse(
          task.getId(),
          "It names no step; set its expression, such as ${exportCn.declare(execution)}.");
    } else {
      method(task.getId(), task.getCamundaExpression());
    }
  }

  private Optional<Method> method(String element, String expression) {
    Matcher step = GuardRules.STEP.matcher(expression);
    if (!step.matches()) {
      refuse(
          element,
          "%s is no step; write it like ${exportCn.declare(execution)}.".formatted(expression));
      return Optional.empty();
    }
    String bean = step.group(1);
    if (!known.steps().containsKey(bean)) {
      refuse(
          element,
          "There is no flow class %s; known are %s."
              .formatted(bean, String.join(", ", known.steps().keySet())));
      return Optional.empty();
    }
    Optional<Method> method = known.step(bean, step.group(2));
    if (method.isEmpty()) {
      refuse(
          element,
          "The flow class %s has no step %s; known are %s."
              .formatted(bean, step.group(2), String.join(", ", known.stepsOf(bean))));
    }
    return method;
  }

  private void decision(BusinessRuleTask task) {
    String decision = task.getCamundaDecisionRef();
    if (decision == null || shelf.decision(decision).isEmpty()) {
      refuse(
          task.getId(),
          "There is no decision %s; known are %s."
              .formatted(decision == null ? "named" : decision, shelf.decisionIds()));
    }
    if (!"singleResult".equals(task.getCamundaMapDecisionResult())) {
      refuse(
          task.getId(),
          "Its result is read as %s; set Map decision result to singleResult, so that each output is a "
                  .formatted(task.getCamundaMapDecisionResult())
              + "fact.");
    }
  }

  private void form(UserTask task) {
    String form = task.getCamundaFormRef();
    if (form == null || shelf.form(form).isEmpty()) {
      refuse(
          task.getId(),
          "There is no form %s; known are %s."
              .formatted(form == null ? "named" : form, shelf.formIds()));
    }
    String desk = task.getCamundaCandidateGroups();
    if (desk == null || !desk.equals("${desk}") && !known.desks().contains(desk)) {
      refuse(
          task.getId(),
          "There is no desk %s, so nobody would see the task; known are %s, or ${desk} after a decision."
              .formatted(
                  desk == null ? "named" : desk,
                  String.join(", ", new java.util.TreeSet<>(known.desks()))));
    }
  }

  private void call(CallActivity call) {
    String called = call.getCalledElement();
    if (called != null && called.startsWith("${")) {
      method(call.getId(), called)
          .filter(method -> method.getReturnType() != String.class)
          .ifPresent(
              method ->
                  refuse(
                      call.getId(),
                      "The step %s names no process; it must return the name of one."
                          .formatted(method.getName())));
    } else if (called == null || shelf.process(called).isEmpty()) {
      refuse(
          call.getId(),
          "There is no process %s; known are %s."
              .formatted(called == null ? "named" : called, shelf.processIds()));
    }
    boolean handsDownKey =
        call.getExtensionElements() != null
            && call.getExtensionElements().getChildElementsByType(CamundaIn.class).stream()
                .anyMatch(in -> in.getCamundaBusinessKey() != null);
    if (!handsDownKey) {
      refuse(
          call.getId(),
          "The called process would not know which order it serves; hand down the business key "
              + "#{execution.processBusinessKey}.");
    }
  }

  private void wait(ReceiveTask task) {
    if (known.wait(file.id(), task.getId()).isEmpty()) {
      List<String> waits =
          known.waits().stream()
              .filter(wait -> wait.process().equals(file.id()))
              .map(WaitFor::activity)
              .sorted()
              .toList();
      refuse(
          task.getId(),
          "Nobody answers here: no flow class knows this wait by the id %s; known in this process are %s."
              .formatted(task.getId(), waits.isEmpty() ? "none" : String.join(", ", waits)));
    }
    ProcessFile.property(task, "partner")
        .filter(partner -> Partner.named(partner).isEmpty())
        .ifPresent(
            partner ->
                refuse(
                    task.getId(),
                    "There is no partner %s to wait for; known are %s."
                        .formatted(
                            partner,
                            Arrays.stream(Partner.values())
                                .map(Partner::id)
                                .collect(Collectors.joining(", ")))));
  }

  private void isDrawn(WaitFor wait) {
    if (file.nodes(ReceiveTask.class).stream()
        .noneMatch(task -> task.getId().equals(wait.activity()))) {
      refuse(
          wait.activity(),
          "The answers %s are given at the receive task %s, which is not drawn any more; draw it, "
                  .formatted(new java.util.TreeSet<>(wait.answers()), wait.activity())
              + "or ask for the flow class to be changed.");
    }
  }

  private void refuse(String element, String reason) {
    refusals.add(new Refusal(file.file(), element, reason));
  }
}
