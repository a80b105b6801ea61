package eu.perron.flow;

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

  DeskTasks(JdbcClient jdbc, TaskService tasks, Turns turns) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.turns = turns;
  }

  /** Who has it; empty: nobody. */
  public record Claim(boolean ours, Optional<String> holder) {}

  @Transactional
  public Claim claim(String taskId, String clerk) {
    int taken =
        jdbc.sql(
                "UPDATE flow_task SET clerk = :clerk WHERE task_id = :id AND (clerk IS NULL OR clerk = :clerk)")
            .param("clerk", clerk)
            .param("id", taskId)
            .update();
    return new Claim(taken == 1, taken == 1 ? Optional.of(clerk) : holder(taskId));
  }

  @Transactional
  public void giveBack(String taskId, String clerk) {
    jdbc.sql("UPDATE flow_task SET clerk = NULL WHERE task_id = :id AND clerk = :clerk")
        .param("id", taskId)
        .param("clerk", clerk)
        .update();
  }

  /**
   * The clerk's answers reach the process as facts and are gone with the transaction; the step
   * after the task hands them to the room they belong to.
   *
   * @return false if the task is no longer there, or somebody else's
   */
  @Transactional
  public boolean complete(String taskId, String clerk, Map<String, Object> values) {
    Optional<String> ours =
        jdbc.sql(
                "SELECT task_id FROM flow_task WHERE task_id = :id "
                    + "AND (clerk IS NULL OR clerk = :clerk) FOR UPDATE")
            .param("id", taskId)
            .param("clerk", clerk)
            .query(String.class)
            .optional();
    if (ours.isEmpty()) {
      return false;
    }
    turns.current().clerk = clerk;
    VariableMap facts = Variables.createVariables();
    values.forEach((name, value) -> facts.putValueTyped(name, Variables.untypedValue(value, true)));
    facts.putValueTyped("clerk", Variables.stringValue(clerk, true));
    tasks.complete(taskId, facts);
    return true;
  }

  private Optional<String> holder(String taskId) {
    return jdbc.sql("SELECT clerk FROM flow_task WHERE task_id = :id AND clerk IS NOT NULL")
        .param("id", taskId)
        .query(String.class)
        .optional();
  }
}
