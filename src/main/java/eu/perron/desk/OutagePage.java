package eu.perron.desk;

import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.imports.PaperDeclarations;
import eu.perron.imports.PaperOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Customs is down: the customs desk chooses what it lodges on paper. */
@Controller
class OutagePage {
  static final String DESK = "customs-desk";
  private static final int MOST = 200;
  private static final int CONTRADICTIONS = 50;

  private final OutageQueue queue;
  private final PaperDeclarations papers;
  private final PartnerSwitch switches;

  OutagePage(OutageQueue queue, PaperDeclarations papers, PartnerSwitch switches) {
    this.queue = queue;
    this.papers = papers;
    this.switches = switches;
  }

  /**
   * @param consignment of one flight only; empty: of all
   */
  @GetMapping("/desk/outage")
  String outage(
      @RequestParam(defaultValue = "") String consignment, Authentication who, Model model) {
    Clerk clerk = Clerk.of(who);
    if (!clerk.sees(DESK)) {
      throw new AccessDeniedException("This is for the customs desk.");
    }
    model.addAttribute("works", clerk.works(DESK));
    model.addAttribute("down", switches.down(Partner.BELGIAN_CUSTOMS).orElse(null));
    model.addAttribute("consignment", consignment);
    model.addAttribute("flights", queue.flights());
    model.addAttribute("here", queue.rows(consignment, OutageQueue.SURELY_HERE, MOST));
    model.addAttribute("unsure", queue.rows(consignment, OutageQueue.TO_BE_ASKED, MOST));
    model.addAttribute("papers", queue.onPaper(consignment, MOST));
    model.addAttribute("contradicted", papers.contradicted(CONTRADICTIONS));
    model.addAttribute("most", MOST);
    return "desk/outage";
  }

  /**
   * Takes declarations out of the queue, for good.
   *
   * @param order chosen ones
   * @param all of this flight, or of no flight ({@code -}), every one that certainly is still ours
   * @param consignment the flight that the page shows
   */
  @PostMapping("/desk/outage/lodge")
  String lodge(
      @RequestParam(required = false) List<String> order,
      @RequestParam(required = false) String all,
      @RequestParam(defaultValue = "") String consignment,
      Authentication who,
      RedirectAttributes flash) {
    Clerk clerk = worksHere(who);
    List<String> chosen = new ArrayList<>();
    if (all != null && !all.isBlank()) {
      chosen.addAll(queue.surelyHere(all));
    } else if (order != null) {
      chosen.addAll(order);
    }
    Map<PaperOutcome, Integer> tally = new EnumMap<>(PaperOutcome.class);
    papers
        .lodgeOnPaper(chosen, clerk.name())
        .values()
        .forEach(outcome -> tally.merge(outcome, 1, Integer::sum));
    flash.addFlashAttribute("tally", tally);
    flash.addFlashAttribute("nothing", tally.isEmpty());
    return backTo(consignment, flash);
  }

  /**
   * What customs said by telephone.
   *
   * @param said ABSENT: it does not have them; HELD: it does
   * @param note who said so
   */
  @PostMapping("/desk/outage/asked")
  String asked(
      @RequestParam(required = false) List<String> order,
      @RequestParam String said,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String consignment,
      Authentication who,
      RedirectAttributes flash) {
    Clerk clerk = worksHere(who);
    if (!said.equals("ABSENT") && !said.equals("HELD")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Customs says ABSENT or HELD");
    }
    Map<PaperOutcome, Integer> tally = new EnumMap<>(PaperOutcome.class);
    List<String> chosen = order == null ? List.of() : order;
    for (String each : new TreeSet<>(chosen)) {
      tally.merge(
          papers.customsSaid(each, said.equals("HELD"), clerk.name(), note), 1, Integer::sum);
    }
    Integer noted = tally.remove(PaperOutcome.MAY_HAVE_LEFT);
    flash.addFlashAttribute("nothing", chosen.isEmpty());
    flash.addFlashAttribute("noted", noted);
    flash.addFlashAttribute("tally", tally);
    return backTo(consignment, flash);
  }

  private static Clerk worksHere(Authentication who) {
    Clerk clerk = Clerk.of(who);
    if (!clerk.works(DESK)) {
      throw new AccessDeniedException("The customs desk decides this.");
    }
    return clerk;
  }

  private static String backTo(String consignment, RedirectAttributes flash) {
    if (!consignment.isBlank()) {
      flash.addAttribute("consignment", consignment);
    }
    return "redirect:/desk/outage";
  }
}
