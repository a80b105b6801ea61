package eu.perron.operations;

import eu.perron.exchange.DeadLetters;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.exchange.Unmatched;
import eu.perron.flow.Incidents;
import eu.perron.operations.Acts.Act;
import eu.perron.operations.Acts.Subject;
import eu.perron.operations.Discards.Kind;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Try again, give up with a reason, declare a partner down or up. */
@Controller
class OperatorActions {
  private static final Logger log = LoggerFactory.getLogger(OperatorActions.class);
  private static final int LONGEST = 250;
  private final PartnerSwitch switches;
  private final DeadLetters deadLetters;
  private final Unmatched unmatched;
  private final Incidents incidents;
  private final Discards discards;
  private final Subjects subjects;
  private final Acts acts;
  private final TransactionTemplate transaction;

  OperatorActions(
      PartnerSwitch switches,
      DeadLetters deadLetters,
      Unmatched unmatched,
      Incidents incidents,
      Discards discards,
      Subjects subjects,
      Acts acts,
      PlatformTransactionManager transactions) {
    this.switches = switches;
    this.deadLetters = deadLetters;
    this.unmatched = unmatched;
    this.incidents = incidents;
    this.discards = discards;
    this.subjects = subjects;
    this.acts = acts;
    this.transaction = new TransactionTemplate(transactions);
  }

  @PostMapping("/operations/messages/{id}/retry")
  String sendAgain(@PathVariable String id, Authentication who, RedirectAttributes flash) {
    return told(again(subjects.message(id), who, () -> deadLetters.retry(id)), "messages", flash);
  }

  @PostMapping("/operations/arrivals/{id}/retry")
  String applyAgain(@PathVariable String id, Authentication who, RedirectAttributes flash) {
    return told(again(subjects.arrival(id), who, () -> unmatched.retry(id)), "arrivals", flash);
  }

  @PostMapping("/operations/incidents/{id}/retry")
  String tryAgain(@PathVariable String id, Authentication who, RedirectAttributes flash) {
    try {
      return told(again(subjects.incident(id), who, () -> incidents.retry(id)), "incidents", flash);
    } catch (RuntimeException again) {
      log.warn("Incident {} failed again: {}", id, again.toString());
      flash.addFlashAttribute("problem", String.valueOf(again.getMessage()));
      return told("failed", "incidents", flash);
    }
  }

  /** A partner that is well again gets all that was parked, and all it told us is applied again. */
  @PostMapping("/operations/partners/{partner}/retry")
  String everythingAgain(
      @PathVariable String partner, Authentication who, RedirectAttributes flash) {
    int many = Partner.named(partner).map(known -> everythingAgain(known, who)).orElse(0);
    flash.addFlashAttribute("many", many);
    return told("all", "partners", flash);
  }

  @PostMapping("/operations/partners/down")
  String declareDown(
      @RequestParam String partner,
      @RequestParam String reason,
      Authentication who,
      RedirectAttributes flash) {
    String why = shortened(reason);
    if (why.isEmpty()) {
      return told("unreasoned", "partners", flash);
    }
    boolean changed =
        Partner.named(partner)
            .map(known -> switches.declareDown(known, who.getName(), why))
            .orElse(false);
    return told(changed ? "down" : "gone", "partners", flash);
  }

  @PostMapping("/operations/partners/{partner}/up")
  String declareUp(@PathVariable String partner, Authentication who, RedirectAttributes flash) {
    boolean changed =
        Partner.named(partner).map(known -> switches.declareUp(known, who.getName())).orElse(false);
    return told(changed ? "up" : "gone", "partners", flash);
  }

  private int everythingAgain(Partner partner, Authentication who) {
    Integer many =
        transaction.execute(
            running -> {
              int moved = deadLetters.retryAll(partner) + unmatched.retryAll(partner);
              acts.remember(
                  Act.RETRY,
                  new Subject(Acts.Kind.PARTNER, null, partner.id()),
                  null,
                  String.valueOf(moved),
                  null,
                  who.getName());
              return moved;
            });
    return many == null ? 0 : many;
  }

  private String again(Subject subject, Authentication who, BooleanSupplier act) {
    Boolean done =
        transaction.execute(
            running -> {
              boolean ours = act.getAsBoolean();
              if (ours) {
                acts.remember(Act.RETRY, subject, null, null, null, who.getName());
              }
              return ours;
            });
    return Boolean.TRUE.equals(done) ? "retried" : "gone";
  }

  @PostMapping("/operations/messages/{id}/discard")
  String giveUpMessage(
      @PathVariable String id,
      @RequestParam String reason,
      Authentication who,
      RedirectAttributes flash) {
    String why = shortened(reason);
    return told(
        giveUp(
            Kind.MESSAGE,
            subjects.message(id),
            why,
            who,
            () -> deadLetters.discard(id, who.getName())),
        "messages",
        flash);
  }

  @PostMapping("/operations/arrivals/{id}/discard")
  String giveUpArrival(
      @PathVariable String id,
      @RequestParam String reason,
      Authentication who,
      RedirectAttributes flash) {
    String why = shortened(reason);
    return told(
        giveUp(
            Kind.ARRIVAL,
            subjects.arrival(id),
            why,
            who,
            () -> unmatched.discard(id, who.getName())),
        "arrivals",
        flash);
  }

  @PostMapping("/operations/incidents/{id}/discard")
  String giveUpIncident(
      @PathVariable String id,
      @RequestParam String reason,
      Authentication who,
      RedirectAttributes flash) {
    String why = shortened(reason);
    return told(
        giveUp(
            Kind.INCIDENT,
            subjects.incident(id),
            why,
            who,
            () -> incidents.discard(id, who.getName())),
        "incidents",
        flash);
  }

  private String giveUp(
      Kind kind, Subject subject, String why, Authentication who, BooleanSupplier act) {
    if (why.isEmpty()) {
      return "unreasoned";
    }
    Boolean done =
        transaction.execute(
            running -> {
              boolean ours = act.getAsBoolean();
              if (ours) {
                discards.remember(kind, subject.about(), why, who.getName());
                acts.writeDown(Act.DISCARD, subject, null, "DISCARDED", why, who.getName());
              }
              return ours;
            });
    return Boolean.TRUE.equals(done) ? "discarded" : "gone";
  }

  static String shortened(String reason) {
    String stripped = reason.strip();
    return stripped.substring(0, Math.min(LONGEST, stripped.length()));
  }

  private static String told(String what, String where, RedirectAttributes flash) {
    flash.addFlashAttribute("told", what);
    return "redirect:/operations#" + where;
  }
}
