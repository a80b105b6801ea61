package eu.perron.flow;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk does to a task: claim it, give it back, complete it. */
@Component
public class DeskTasks {
  private final JdbcClient jdbc;
  private final TaskService tasks;
  private final Turns turns;
  private final Audit audit;

  DeskTasks(JdbcClient jdbc, TaskService tasks, Turns turns, Audit audit) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.turns = turns;
    this.audit = audit;
  }

  /** Who has it; empty: nobody. */
  public record Claim(boolean ours, Optional<String> holder) {}

  private record Task(String businessKey, String process, String activity, String clerk) {
    Entry entry(Act act, String who) {
      return Entry.of(act).by(who).about(businessKey).on(process + ":" + activity);
    }
  }

  @Transactional
  public Claim claim(String taskId, String clerk) {
    Optional<Task> free = find(taskId, "").filter(task -> task.clerk() == null);
    int taken =
        jdbc.sql(
                "UPDATE flow_task SET clerk = :clerk WHERE task_id = :id AND (clerk IS NULL OR"
                    + " clerk = :clerk)")
            .param("clerk", clerk)
            .param("id", taskId)
            .update();
    if (taken == 1) {
      free.ifPresent(task -> audit.record(task.entry(Act.CLAIMED, clerk)));
    }
    return new Claim(taken == 1, taken == 1 ? Optional.of(clerk) : holder(taskId));
  }

  @Transactional
  public void giveBack(String taskId, String clerk) {
    Optional<Task> held = find(taskId, " FOR UPDATE").filter(task -> clerk.equals(task.clerk()));
    held.ifPresent(
        task -> {
          jdbc.sql("UPDATE flow_task SET clerk = NULL WHERE task_id = :id")
              .param("id", taskId)
              .update();
          audit.record(task.entry(Act.GIVEN_BACK, clerk));
        });
  }

  /**
   * The clerk's answers reach the process as facts and are gone with the transaction; the step
   * after the task hands them to the room they belong to.
   *
   * @return false if the task is no longer there, or somebody else's
   */
  @Transactional
  public boolean complete(String taskId, String clerk, Map<String, Object> values) {
    Optional<Task> ours =
        find(taskId, " FOR UPDATE")
            .filter(task -> task.clerk() == null || task.clerk().equals(clerk));
    if (ours.isEmpty()) {
      return false;
    }
    turns.current().clerk = clerk;
    audit.record(ours.get().entry(Act.COMPLETED, clerk).after(values));
    VariableMap facts = Variables.createVariables();
    values.forEach((name, value) -> facts.putValueTyped(name, Variables.untypedValue(value, true)));
    facts.putValueTyped("clerk", Variables.stringValue(clerk, true));
    tasks.complete(taskId, facts);
    return true;
  }

  /**
   * What a seller mended, or a new list, answers the clerk's question, whoever has claimed it.
   *
   * @return false if nobody is asked there
   */
  @Transactional
  public boolean answer(
      String key, String process, String activity, String who, Map<String, Object> values) {
    Optional<String> asked =
        jdbc.sql(
                "SELECT task_id FROM flow_task WHERE business_key = :key AND process = :process "
                    + "AND activity = :activity FOR UPDATE")
            .param("key", key)
            .param("process", process)
            .param("activity", activity)
            .query(String.class)
            .optional();
    asked.ifPresent(
        id -> {
          jdbc.sql("UPDATE flow_task SET clerk = NULL WHERE task_id = :id")
              .param("id", id)
              .update();
          complete(id, who, values);
        });
    return asked.isPresent();
  }

  private Optional<Task> find(String taskId, String locking) {
    return jdbc.sql(
            "SELECT business_key, process, activity, clerk FROM flow_task WHERE task_id = :id"
                + locking)
        .param("id", taskId)
        .query(Task.class)
        .optional();
  }

  private Optional<String> holder(String taskId) {
    return jdbc.sql("SELECT clerk FROM flow_task WHERE task_id = :id AND clerk IS NOT NULL")
        .param("id", taskId)
        .query(String.class)
        .optional();
  }
}
