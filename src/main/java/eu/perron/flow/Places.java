package eu.perron.flow;

import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The lean model: watches every element of every deployed model and notes where orders stand. A
 * receive task is one execution row and a row of ours, moved on by its execution id; its patience
 * is a property that the process owner edits, not a timer of the engine; facts and outcomes are
 * transient.
 */
@Component
class Places extends AbstractBpmnParseListener {
  private final Turns turns;
  private final Clock clock;
  private final double waitScale;

  Places(@Lazy Turns turns, Clock clock, @Value("${perron.wait-scale:1}") double waitScale) {
    this.turns = turns;
    this.clock = clock;
    this.waitScale = waitScale;
  }

  @Override
  public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
    Duration patience = scaled(Properties.of(element).get("waitFor"));
    activity.setActivityBehavior(new CancellableWait());
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener)
            execution -> {
              Instant now = clock.instant();
              turns
                  .current()
                  .begins(
                      new Wait(
                          execution.getId(),
                          execution.getProcessBusinessKey(),
                          process(activity),
                          activity.getId(),
                          execution.getProcessDefinitionId(),
                          now,
                          now.plus(patience)));
            });
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener) execution -> turns.current().isOver(execution.getId()));
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    Properties properties = Properties.of(element);
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_CREATE, created -> ask(created, element, properties, activity));
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_COMPLETE,
        completed -> {
          turns.current().isDone(completed.getId());
          turns
              .current()
              .statuses
              .put(completed.getExecution().getProcessBusinessKey(), Status.IN_PROGRESS);
        });
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_DELETE, gone -> turns.current().isDone(gone.getId()));
  }

  private void ask(
      DelegateTask task, Element element, Properties properties, ActivityImpl activity) {
    DelegateExecution execution = task.getExecution();
    String key = execution.getProcessBusinessKey();
    Instant now = clock.instant();
    Duration dueIn =
        Step.text(execution, "dueIn")
            .or(() -> properties.find("dueIn"))
            .map(this::scaled)
            .orElse(Duration.ofHours(4));
    int urgency =
        Step.text(execution, "urgency")
            .or(() -> properties.find("urgency"))
            .map(value -> (int) Double.parseDouble(value))
            .orElse(50);
    String desk =
        task.getCandidates().stream()
            .map(link -> link.getGroupId())
            .filter(group -> group != null)
            .findFirst()
            .orElse("operations");
    String reason =
        Step.text(execution, "reason").or(() -> properties.find("reason")).orElse(task.getName());
    turns
        .current()
        .asks(
            new TaskRow(
                task.getId(),
                key,
                process(activity),
                activity.getId(),
                execution.getProcessDefinitionId(),
                task.getName(),
                Optional.ofNullable(element.attributeNS(Properties.CAMUNDA, "formRef")).orElse(""),
                desk,
                reason.substring(0, Math.min(250, reason.length())),
                urgency,
                now,
                now.plus(dueIn),
                properties.find("overtakenBy").orElse(null)));
    turns.current().statuses.put(key, Status.WAITING_FOR_CLERK);
  }

  @Override
  public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
    ((CallableElementActivityBehavior) activity.getActivityBehavior())
        .getCallableElement()
        .addOutput(Outcomes.handedUp());
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener) execution -> Step.leave(execution, Outcomes.OUTCOME, activity.getId()));
  }

  /** Each output of the decision becomes a fact for the gateway that follows. */
  @Override
  public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener)
            execution -> {
              if (execution.getVariable("decisionResult") instanceof DmnDecisionResult result
                  && !result.isEmpty()) {
                result
                    .getSingleResult()
                    .getEntryMap()
                    .forEach((fact, value) -> Step.leave(execution, fact, value));
              }
            });
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
  }

  @Override
  public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
  }

  @Override
  public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    note(element, activity);
  }

  /**
   * Stage and status are properties of the model, so that a process owner decides what sellers
   * read.
   */
  private void note(Element element, ActivityImpl activity) {
    Properties properties = Properties.of(element);
    Optional<Stage> stage = properties.find("stage").map(Stage::valueOf);
    Optional<Status> status = properties.find("status").map(Status::valueOf);
    boolean end = element.getTagName().equals("endEvent");
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener)
            execution -> {
              Turn turn = turns.current();
              String key = execution.getProcessBusinessKey();
              MDC.put("order", key);
              turn.passes(key, process(activity), activity.getId());
              stage.ifPresent(entered -> turn.stages.put(key, entered));
              status.ifPresent(reached -> (end ? turn.ended : turn.statuses).put(key, reached));
            });
  }

  private Duration scaled(String iso) {
    return Duration.ofMillis((long) (Duration.parse(iso).toMillis() * waitScale));
  }

  private static String process(ActivityImpl activity) {
    return ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
  }
}
