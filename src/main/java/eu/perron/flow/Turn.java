package eu.perron.flow;

import eu.perron.audit.Entry;
import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the processes did in one transaction, gathered so that it reaches the database as a few
 * statements for tens of orders. {@link Turns} writes it before the commit.
 */
final class Turn {
  final Map<String, Wait> begun = new LinkedHashMap<>();
  final Set<String> over = new LinkedHashSet<>();
  final Map<String, TaskRow> tasksCreated = new LinkedHashMap<>();
  final Set<String> tasksDone = new LinkedHashSet<>();
  final Map<String, StringBuilder> paths = new LinkedHashMap<>();
  final Map<String, Stage> stages = new LinkedHashMap<>();
  final Map<String, Status> statuses = new LinkedHashMap<>();
  final Map<String, Status> ended = new LinkedHashMap<>();
  List<GivenAnswer> answers = new ArrayList<>();
  final List<Entry> deeds = new ArrayList<>();
  String clerk;

  /**
   * A wait that follows another in the same execution has the same id: the former row still has to
   * go first.
   */
  void begins(Wait wait) {
    begun.put(wait.executionId(), wait);
  }

  void isOver(String executionId) {
    if (begun.remove(executionId) == null) {
      over.add(executionId);
    }
  }

  void asks(TaskRow task) {
    tasksCreated.put(task.taskId(), task);
  }

  void isDone(String taskId) {
    if (tasksCreated.remove(taskId) == null) {
      tasksDone.add(taskId);
    }
  }

  void passes(String businessKey, String process, String activity) {
    StringBuilder path = paths.computeIfAbsent(businessKey, key -> new StringBuilder());
    path.append(path.isEmpty() ? "" : " ").append(process).append(':').append(activity);
  }

  List<GivenAnswer> takeAnswers() {
    List<GivenAnswer> given = answers;
    answers = new ArrayList<>();
    return given;
  }
}
