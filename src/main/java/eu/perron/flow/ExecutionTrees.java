package eu.perron.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.NativeExecutionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;

/**
 * All that the engine will ask about the processes of a batch, in one question: it would ask for
 * each wait, its process, the processes above, and variables that none of ours has. Of the root
 * only a process knows, its other executions do not.
 */
final class ExecutionTrees {
  private ExecutionTrees() {}

  /**
   * @param context new: what it already holds would be there twice
   * @param waiting ids of executions
   */
  static void fetch(CommandContext context, List<String> waiting) {
    NativeExecutionQueryImpl query = new NativeExecutionQueryImpl(context);
    query.sql(
        "SELECT DISTINCT RES.* FROM ACT_RU_EXECUTION W"
            + " JOIN ACT_RU_EXECUTION I ON I.ID_ = W.PROC_INST_ID_"
            + " JOIN ACT_RU_EXECUTION P ON P.ROOT_PROC_INST_ID_ = I.ROOT_PROC_INST_ID_"
            + " JOIN ACT_RU_EXECUTION RES ON RES.PROC_INST_ID_ = P.ID_ WHERE W.ID_ IN ("
            + IntStream.range(0, waiting.size())
                .mapToObj(i -> "#{wait" + i + "}")
                .collect(Collectors.joining(", "))
            + ")");
    for (int i = 0; i < waiting.size(); i++) {
      query.parameter("wait" + i, waiting.get(i));
    }
    byProcess(query.list()).values().forEach(ExecutionTrees::plant);
  }

  private static Map<String, List<ExecutionEntity>> byProcess(List<Execution> executions) {
    return executions.stream()
        .map(ExecutionEntity.class::cast)
        .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId));
  }

  private static void plant(List<ExecutionEntity> tree) {
    tree.stream()
        .filter(ExecutionEntity::isProcessInstanceExecution)
        .findFirst()
        .ifPresent(
            process ->
                process.restoreProcessInstance(
                    tree, null, new ArrayList<>(), null, null, null, null));
  }
}
