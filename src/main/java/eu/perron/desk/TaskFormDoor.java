package eu.perron.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.flow.DeskTasks;
import eu.perron.flow.Models;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the form on a task's page asks for and sends: its fields, their values of today, the clerk's
 * answer.
 */
@RestController
class TaskFormDoor {
  private static final Logger log = LoggerFactory.getLogger(TaskFormDoor.class);
  private final TaskList tasks;
  private final DeskTasks desk;
  private final Models models;
  private final FormData data;
  private final ObjectMapper json;
  private final MessageSource messages;

  TaskFormDoor(
      TaskList tasks,
      DeskTasks desk,
      Models models,
      FormData data,
      ObjectMapper json,
      MessageSource messages) {
    this.tasks = tasks;
    this.desk = desk;
    this.models = models;
    this.data = data;
    this.json = json;
    this.messages = messages;
  }

  record Answer(JsonNode values) {}

  @GetMapping(path = "/desk/forms/{form}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> schema(@PathVariable String form) {
    return ResponseEntity.of(models.form(form));
  }

  @GetMapping("/desk/tasks/{id}/data")
  ResponseEntity<Map<String, Object>> data(@PathVariable String id, Authentication who) {
    Clerk clerk = Clerk.of(who);
    return ResponseEntity.of(tasks.find(id).filter(task -> clerk.sees(task.desk())).map(data::of));
  }

  @PostMapping("/desk/tasks/{id}/complete")
  ResponseEntity<?> complete(
      @PathVariable String id,
      DeskFilter filter,
      @RequestBody Answer answer,
      Authentication who,
      Locale locale) {
    Clerk clerk = Clerk.of(who);
    Optional<TaskList.Task> found = tasks.find(id).filter(task -> clerk.sees(task.desk()));
    if (found.isEmpty()) {
      return refused(HttpStatus.CONFLICT, "done", locale);
    }
    TaskList.Task task = found.get();
    if (!clerk.works(task.desk())) {
      return refused(HttpStatus.FORBIDDEN, "not-yours", locale);
    }
    if (task.clerk() != null && !task.clerk().equals(clerk.name())) {
      return refused(HttpStatus.CONFLICT, "taken", locale, task.clerk());
    }
    FormAnswer read = FormAnswer.read(schemaOf(task), answer.values());
    if (!read.wrong().isEmpty()) {
      return wrong(read.wrong(), locale);
    }
    return complete(task, clerk, read.facts(), filter, locale);
  }

  private ResponseEntity<?> complete(
      TaskList.Task task,
      Clerk clerk,
      Map<String, Object> facts,
      DeskFilter filter,
      Locale locale) {
    try (MDC.MDCCloseable order = MDC.putCloseable("order", task.businessKey())) {
      if (!desk.complete(task.taskId(), clerk.name(), facts)) {
        return refused(HttpStatus.CONFLICT, "done", locale);
      }
    } catch (ConcurrencyFailureException moved) {
      return refused(HttpStatus.CONFLICT, "moved", locale);
    } catch (RuntimeException failure) {
      log.warn(
          "Task {} {} could not be completed: {}",
          task.process(),
          task.activity(),
          failure.toString());
      return refused(HttpStatus.UNPROCESSABLE_ENTITY, "failed", locale, said(failure));
    }
    DeskFilter from = filter.startingAfter(null);
    String next =
        tasks
            .nextFor(clerk, from, task.taskId())
            .map(following -> "/desk/tasks/" + following.taskId() + from.query())
            .orElse("/desk" + from.query());
    return ResponseEntity.ok(Map.of("next", next));
  }

  /** The innermost reason: the engine wraps what a room says into sentences of its own. */
  private static String said(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private JsonNode schemaOf(TaskList.Task task) {
    try {
      return json.readTree(models.form(task.form()).orElse("{}"));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "The deployed form " + task.form() + " does not read", broken);
    }
  }

  private ResponseEntity<ProblemDetail> wrong(List<FormAnswer.Wrong> wrong, Locale locale) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "wrong", locale);
    problem.setProperty(
        "errors",
        wrong.stream()
            .map(
                one ->
                    new FormAnswer.Wrong(
                        one.pointer(),
                        one.code(),
                        messages.getMessage(
                            "desk.wrong." + one.code(), null, one.message(), locale)))
            .toList());
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private ResponseEntity<ProblemDetail> refused(
      HttpStatus status, String code, Locale locale, Object... words) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(status, code, locale, words));
  }

  private ProblemDetail problem(HttpStatus status, String code, Locale locale, Object... words) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status, messages.getMessage("desk.refused." + code + ".detail", words, locale));
    problem.setTitle(messages.getMessage("desk.refused." + code, null, locale));
    return problem;
  }
}
