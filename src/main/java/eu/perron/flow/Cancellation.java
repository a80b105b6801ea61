package eu.perron.flow;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an order out of its flow, wherever it waits; the model's cancellation does the rest. */
@Component
public class Cancellation {
  private final JdbcClient jdbc;
  private final Signals signals;
  private final TaskService tasks;

  Cancellation(JdbcClient jdbc, Signals signals, TaskService tasks) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.tasks = tasks;
  }

  /**
   * @return false if the order stands nowhere: not begun yet, or ended
   */
  @Transactional
  public boolean cancel(String orderNumber) {
    Optional<String> task =
        jdbc.sql(
                "SELECT task_id FROM flow_task WHERE business_key = :key AND process <> :beside FOR"
                    + " UPDATE")
            .param("key", orderNumber)
            .param("beside", ListedParty.PROCESS)
            .query(String.class)
            .optional();
    Optional<String> wait =
        jdbc.sql("SELECT execution_id FROM flow_wait WHERE business_key = :key FOR UPDATE")
            .param("key", orderNumber)
            .query(String.class)
            .optional();
    task.ifPresent(id -> tasks.handleBpmnError(id, Signals.CANCELLED));
    wait.ifPresent(signals::cancel);
    return task.isPresent() || wait.isPresent();
  }
}
