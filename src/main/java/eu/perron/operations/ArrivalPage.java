package eu.perron.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.exchange.Matching;
import eu.perron.exchange.Unmatched;
import eu.perron.exchange.Unmatched.LostArrival;
import eu.perron.operations.Acts.Act;
import eu.perron.operations.Meant.Target;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One thing a partner told us about something nobody here knows: what it says beside the order that
 * a person thinks it means, and then the person's word for it.
 */
@Controller
class ArrivalPage {
  private final Unmatched unmatched;
  private final Matching matching;
  private final Meant meant;
  private final Subjects subjects;
  private final Acts acts;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;

  ArrivalPage(
      Unmatched unmatched,
      Matching matching,
      Meant meant,
      Subjects subjects,
      Acts acts,
      ObjectMapper json,
      PlatformTransactionManager transactions) {
    this.unmatched = unmatched;
    this.matching = matching;
    this.meant = meant;
    this.subjects = subjects;
    this.acts = acts;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * An order or consignment that may be meant, and what would come of it.
   *
   * @param target what we know of it
   */
  record Candidate(Target target, Matching.Preview preview) {}

  @GetMapping("/operations/arrivals/{id}")
  String arrival(@PathVariable String id, @RequestParam(defaultValue = "") String q, Model model) {
    LostArrival arrival =
        unmatched.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String wanted = q.strip().substring(0, Math.min(120, q.strip().length()));
    model.addAttribute("arrival", arrival);
    model.addAttribute("says", Shown.json(json, unmatched.content(id).orElse("")));
    model.addAttribute("q", wanted);
    model.addAttribute(
        "candidates",
        wanted.isEmpty()
            ? List.of()
            : meant.by(wanted).stream().map(target -> candidate(id, target)).toList());
    model.addAttribute("others", matching.others(id));
    model.addAttribute("acts", acts.on(List.of(id)));
    return "operations/arrival";
  }

  private Candidate candidate(String id, Target target) {
    return new Candidate(target, matching.preview(id, target.numbers()).orElseThrow());
  }

  @PostMapping("/operations/arrivals/{id}/match")
  String match(
      @PathVariable String id,
      @RequestParam String number,
      @RequestParam(defaultValue = "false") boolean always,
      @RequestParam String reason,
      Authentication who,
      RedirectAttributes flash) {
    String why = OperatorActions.shortened(reason);
    flash.addFlashAttribute(
        "outcome", why.isEmpty() ? "unreasoned" : matched(id, number, always, why, who.getName()));
    return "redirect:/operations/arrivals/" + id;
  }

  private String matched(String id, String number, boolean always, String why, String who) {
    Boolean done =
        transaction.execute(
            running -> {
              String before = unmatched.find(id).map(LostArrival::about).orElse(null);
              boolean ours = matching.match(id, number, always, who);
              if (ours) {
                acts.remember(Act.MATCH, subjects.arrival(id), before, number, why, who);
              }
              return ours;
            });
    return Boolean.TRUE.equals(done) ? "matched" : "gone";
  }
}
