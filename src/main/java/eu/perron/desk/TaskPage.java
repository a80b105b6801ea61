package eu.perron.desk;

import eu.perron.flow.DeskTasks;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what is known beside what is asked. */
@Controller
class TaskPage {
  private final TaskList tasks;
  private final DeskTasks desk;
  private final Orders orders;
  private final Panels panels;
  private final Clock clock;

  TaskPage(TaskList tasks, DeskTasks desk, Orders orders, Panels panels, Clock clock) {
    this.tasks = tasks;
    this.desk = desk;
    this.orders = orders;
    this.panels = panels;
    this.clock = clock;
  }

  @GetMapping("/desk/tasks/{id}")
  String task(
      @PathVariable String id,
      DeskFilter filter,
      Authentication who,
      Model model,
      HttpServletResponse response) {
    Clerk clerk = Clerk.of(who);
    Optional<TaskList.Task> found = tasks.find(id).filter(task -> clerk.sees(task.desk()));
    model.addAttribute("query", filter.query());
    if (found.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return "desk/gone";
    }
    TaskList.Task task = found.get();
    model.addAttribute("clerk", clerk);
    model.addAttribute("task", task);
    model.addAttribute("level", DeskRow.levelOf(task.dueAt(), clock.instant()));
    model.addAttribute("mine", clerk.name().equals(task.clerk()));
    model.addAttribute("works", clerk.works(task.desk()));
    model.addAttribute("elsewhere", task.clerk() != null && !clerk.name().equals(task.clerk()));
    model.addAttribute("rows", tasks.page(clerk, filter).rows());
    tasks.nextFor(clerk, filter, id).ifPresent(next -> model.addAttribute("next", next.taskId()));
    Optional<Order> order = orders.find(task.businessKey());
    if (order.isPresent()) {
      panels.ofOrder(order.get(), null, model);
      model.addAttribute("mayUpload", clerk.works(OutagePage.DESK));
    } else {
      panels.ofConsignmentOrMonth(task.businessKey(), model);
    }
    return "desk/task";
  }

  @PostMapping("/desk/tasks/{id}/claim")
  String claim(
      @PathVariable String id, DeskFilter filter, Authentication who, RedirectAttributes flash) {
    Clerk clerk = Clerk.of(who);
    if (tasks.find(id).filter(task -> clerk.works(task.desk())).isPresent()) {
      DeskTasks.Claim claim = desk.claim(id, clerk.name());
      if (!claim.ours()) {
        flash.addFlashAttribute("takenBy", claim.holder().orElse(""));
      }
    }
    return "redirect:/desk/tasks/" + id + filter.query();
  }

  @PostMapping("/desk/tasks/{id}/give-back")
  String giveBack(@PathVariable String id, DeskFilter filter, Authentication who) {
    desk.giveBack(id, who.getName());
    return "redirect:/desk/tasks/" + id + filter.query();
  }
}
