package eu.perron.flow;

import eu.perron.flow.ModelCheck.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Whether each gateway knows every answer that can reach it, and no other: an answer without a flow
 * would leave the order standing there as an incident.
 */
final class AnswerRules {
  private final ProcessFile file;
  private final Shelf shelf;
  private final Known known;
  private final List<Refusal> refusals;

  private AnswerRules(ProcessFile file, Shelf shelf, Known known, List<Refusal> refusals) {
    this.file = file;
    this.shelf = shelf;
    this.known = known;
    this.refusals = refusals;
  }

  static void check(ProcessFile file, Shelf shelf, Known known, List<Refusal> refusals) {
    AnswerRules rules = new AnswerRules(file, shelf, known, refusals);
    file.nodes(ExclusiveGateway.class).stream()
        .filter(gateway -> gateway.getOutgoing().size() > 1)
        .forEach(rules::gateway);
  }

  private void gateway(ExclusiveGateway gateway) {
    if (gateway.getDefault() != null) {
      refuse(
          gateway.getId(),
          "It has a default flow, which would swallow answers nobody thought of; give every flow its "
              + "condition.");
      return;
    }
    Set<String> facts = new TreeSet<>();
    Set<String> tested = new TreeSet<>();
    boolean onlyEqual = true;
    for (SequenceFlow flow : gateway.getOutgoing()) {
      Optional<Comparison> condition = condition(flow);
      if (condition.isEmpty()) {
        if (flow.getConditionExpression() == null) {
          refuse(
              flow.getId(),
              "The flow has no condition, so the gateway cannot tell when to take it; write one like "
                  + "${answer == 'RELEASED'}.");
        }
        return;
      }
      facts.add(condition.get().fact());
      onlyEqual &= !condition.get().values().isEmpty();
      for (String value : condition.get().values()) {
        if (!tested.add(value)) {
          refuse(
              flow.getId(),
              "The answer %s is tested twice at %s; only the first flow would be taken."
                  .formatted(value, gateway.getId()));
        }
      }
    }
    if (facts.size() > 1) {
      refuse(
          gateway.getId(),
          "Its flows ask for several facts (%s); ask for one, and put a second gateway behind it."
              .formatted(String.join(", ", facts)));
    } else if (onlyEqual) {
      String fact = facts.iterator().next();
      possible(gateway, fact, new HashSet<>())
          .ifPresent(possible -> compare(gateway, fact, possible, tested));
    }
  }

  private void compare(
      ExclusiveGateway gateway, String fact, Set<String> possible, Set<String> tested) {
    Set<String> unanswered = new TreeSet<>(possible);
    unanswered.removeAll(tested);
    Set<String> unheardOf = new TreeSet<>(tested);
    unheardOf.removeAll(possible);
    if (!unanswered.isEmpty()) {
      refuse(
          gateway.getId(),
          "No flow for %s %s; draw one for each.".formatted(fact, String.join(", ", unanswered)));
    }
    if (!unheardOf.isEmpty()) {
      refuse(
          gateway.getId(),
          "%s is never %s here; possible are %s."
              .formatted(
                  fact,
                  String.join(", ", unheardOf),
                  possible.isEmpty()
                      ? "none, since nothing before the gateway leaves this fact"
                      : String.join(", ", possible)));
    }
  }

  /**
   * The values a fact may have where this node is reached; empty: whoever leaves it does not say.
   */
  private Optional<Set<String>> possible(FlowNode node, String fact, Set<FlowNode> seen) {
    Set<String> values = new TreeSet<>();
    if (seen.add(node)) {
      for (SequenceFlow flow : node.getIncoming()) {
        Optional<Set<String>> along = leftBy(flow.getSource(), fact, seen);
        if (along.isEmpty()) {
          return Optional.empty();
        }
        Set<String> passing = new TreeSet<>(along.get());
        condition(flow)
            .filter(condition -> condition.fact().equals(fact) && !condition.values().isEmpty())
            .ifPresent(condition -> passing.retainAll(condition.values()));
        values.addAll(passing);
      }
      seen.remove(node);
    }
    return Optional.of(values);
  }

  /** Facts die where the order waits; only there, and where it was decided, new ones arise. */
  private Optional<Set<String>> leftBy(FlowNode node, String fact, Set<FlowNode> seen) {
    if (node instanceof ReceiveTask wait) {
      return fact.equals("answer")
          ? known.wait(file.id(), wait.getId()).map(AnswerRules::answers)
          : Optional.of(Set.of());
    }
    if (node instanceof UserTask task) {
      return fact.equals("decision")
          ? shelf.form(String.valueOf(task.getCamundaFormRef())).map(FormFile::decisions)
          : Optional.of(Set.of());
    }
    if (node instanceof CallActivity call && fact.equals("outcome")) {
      return outcomes(call);
    }
    if (node instanceof BusinessRuleTask task) {
      Optional<DecisionFile> decision =
          shelf.decision(String.valueOf(task.getCamundaDecisionRef()));
      if (decision.isPresent() && decision.get().hasOutput(fact)) {
        return decision.get().outputValues(fact);
      }
    }
    boolean known = Set.of("answer", "decision", "outcome").contains(fact);
    return node instanceof ServiceTask && !known ? Optional.empty() : possible(node, fact, seen);
  }

  private static Set<String> answers(WaitFor wait) {
    Set<String> answers = new TreeSet<>(wait.answers());
    answers.add(WaitFor.LATE);
    return answers;
  }

  /** Where a step chooses the process by lane, every process it may choose. */
  private Optional<Set<String>> outcomes(CallActivity call) {
    List<ProcessFile> called =
        Models.called(
                String.valueOf(call.getCalledElement()),
                shelf.processes().stream().map(ProcessFile::id).toList())
            .stream()
            .flatMap(id -> shelf.process(id).stream())
            .toList();
    if (called.isEmpty()) {
      return Optional.empty();
    }
    Set<String> outcomes = new TreeSet<>();
    called.forEach(process -> outcomes.addAll(process.outcomes()));
    return Optional.of(outcomes);
  }

  private static Optional<Comparison> condition(SequenceFlow flow) {
    return Optional.ofNullable(flow.getConditionExpression())
        .flatMap(expression -> Comparison.of(expression.getTextContent()));
  }

  private void refuse(String element, String reason) {
    refusals.add(new Refusal(file.file(), element, reason));
  }
}
