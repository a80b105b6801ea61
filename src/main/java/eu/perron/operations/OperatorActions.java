package eu.perron.operations;

import eu.perron.exchange.DeadLetters;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PartnerSwitch;
import eu.perron.exchange.Unmatched;
import eu.perron.flow.Incidents;
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
  private final TransactionTemplate transaction;

  OperatorActions(
      PartnerSwitch switches,
      DeadLetters deadLetters,
      Unmatched unmatched,
      Incidents incidents,
      Discards discards,
      PlatformTransactionManager transactions) {
    this.switches = switches;
    this.deadLetters = deadLetters;
    this.unmatched = unmatched;
    this.incidents = incidents;
    this.discards = discards;
    this.transaction = new TransactionTemplate(transactions);
  }

  @PostMapping("/operations/messages/{id}/retry")
  String sendAgain(@PathVariable String id, RedirectAttributes flash) {
    return told(deadLetters.retry(id) ? "retried" : "gone", "messages", flash);
  }

  @PostMapping("/operations/arrivals/{id}/retry")
  String applyAgain(@PathVariable String id, RedirectAttributes flash) {
    return told(unmatched.retry(id) ? "retried" : "gone", "arrivals", flash);
  }

  @PostMapping("/operations/incidents/{id}/retry")
  String tryAgain(@PathVariable String id, RedirectAttributes flash) {
    try {
      return told(incidents.retry(id) ? "retried" : "gone", "incidents", flash);
    } catch (RuntimeException again) {
      log.warn("Incident {} failed again: {}", id, again.toString());
      flash.addFlashAttribute("problem", String.valueOf(again.getMessage()));
      return told("failed", "incidents", flash);
    }
  }

  /** A partner that is well again gets all that was parked, and all it told us is applied again. */
  @PostMapping("/operations/partners/{partner}/retry")
  String everythingAgain(@PathVariable String partner, RedirectAttributes flash) {
    int many =
        Partner.named(partner)
            .map(known -> deadLetters.retryAll(known) + unmatched.retryAll(known))
            .orElse(0);
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
            aboutMessage(id),
            why,
            who,
            () -> deadLetters.discard(id, why, who.getName())),
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
            aboutArrival(id),
            why,
            who,
            () -> unmatched.discard(id, why, who.getName())),
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
            Kind.INCIDENT, aboutIncident(id), why, who, () -> incidents.discard(id, who.getName())),
        "incidents",
        flash);
  }

  private String giveUp(
      Kind kind, String about, String why, Authentication who, BooleanSupplier act) {
    if (why.isEmpty()) {
      return "unreasoned";
    }
    Boolean done =
        transaction.execute(
            running -> {
              boolean ours = act.getAsBoolean();
              if (ours) {
                discards.remember(kind, about, why, who.getName());
              }
              return ours;
            });
    return Boolean.TRUE.equals(done) ? "discarded" : "gone";
  }

  private String aboutMessage(String id) {
    return deadLetters
        .raw(id, 1)
        .map(
            raw ->
                raw.direction()
                    + " "
                    + raw.partner()
                    + " "
                    + raw.operation()
                    + " "
                    + raw.messageKey())
        .orElse(id);
  }

  private String aboutArrival(String id) {
    return unmatched
        .find(id)
        .map(lost -> lost.partner() + " " + lost.kind() + " " + lost.about())
        .orElse(id);
  }

  private String aboutIncident(String id) {
    return incidents
        .find(id)
        .map(
            incident ->
                incident.businessKey() + " " + incident.process() + " " + incident.activity())
        .orElse(id);
  }

  private static String shortened(String reason) {
    String stripped = reason.strip();
    return stripped.substring(0, Math.min(LONGEST, stripped.length()));
  }

  private static String told(String what, String where, RedirectAttributes flash) {
    flash.addFlashAttribute("told", what);
    return "redirect:/operations#" + where;
  }
}
