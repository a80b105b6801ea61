package eu.perron.desk;

import eu.perron.duties.Reconciliation;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list a clerk begins with. */
@Controller
class DeskPage {
  private final TaskList tasks;
  private final PartnerSwitch switches;
  private final Reconciliation reconciliation;

  DeskPage(TaskList tasks, PartnerSwitch switches, Reconciliation reconciliation) {
    this.tasks = tasks;
    this.switches = switches;
    this.reconciliation = reconciliation;
  }

  @GetMapping("/desk")
  String desk(DeskFilter filter, Authentication who, Model model) {
    Clerk clerk = Clerk.of(who);
    Map<String, TaskList.Count> counts = tasks.counts(clerk.desks());
    model.addAttribute("clerk", clerk);
    model.addAttribute("filter", filter);
    model.addAttribute(
        "outage", clerk.sees(OutagePage.DESK) && switches.isDeclaredDown(Partner.BELGIAN_CUSTOMS));
    model.addAttribute("ledger", clerk.sees(OutagePage.DESK));
    model.addAttribute("differences", clerk.sees(OutagePage.DESK) ? reconciliation.countOpen() : 0);
    model.addAttribute("counts", counts.values());
    model.addAttribute("all", counts.values().stream().mapToLong(TaskList.Count::tasks).sum());
    model.addAttribute("allLate", counts.values().stream().mapToLong(TaskList.Count::late).sum());
    model.addAttribute("tabs", new Tabs(filter));
    TaskList.Page page = tasks.page(clerk, filter);
    model.addAttribute("rows", page.rows());
    model.addAttribute("here", filter.startingAfter(null).query());
    model.addAttribute(
        "next", page.next() == null ? null : filter.startingAfter(page.next()).query());
    return "desk/tasks";
  }

  /** The address of each tab, the other wishes kept. */
  record Tabs(DeskFilter filter) {
    public String of(String desk) {
      return "/desk" + filter.ofDesk(desk).query();
    }
  }
}
