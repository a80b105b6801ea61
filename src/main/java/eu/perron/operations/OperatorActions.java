package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.exchange.DeadLetters;
import eu.perron.exchange.Partner;
import eu.perron.exchange.Unmatched;
import eu.perron.flow.Incidents;
import eu.perron.flow.Incidents.Incident;
import eu.perron.operations.Discards.Kind;
import java.util.Locale;
import java.util.Map;
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

/** Try again, or give up with a reason. */
@Controller
class OperatorActions {
  private static final Logger log = LoggerFactory.getLogger(OperatorActions.class);
  private static final int LONGEST = 250;
  private final DeadLetters deadLetters;
  private final Unmatched unmatched;
  private final Incidents incidents;
  private final Discards discards;
  private final Audit audit;
  private final TransactionTemplate transaction;

  OperatorActions(
      DeadLetters deadLetters,
      Unmatched unmatched,
      Incidents incidents,
      Discards discards,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.deadLetters = deadLetters;
    this.unmatched = unmatched;
    this.incidents = incidents;
    this.discards = discards;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @PostMapping("/operations/messages/{id}/retry")
  String sendAgain(@PathVariable String id, RedirectAttributes flash) {
    Entry retried = Entry.of(Act.RETRIED).on(id).after(Map.of("message", aboutMessage(id)));
    return told(done(retried, () -> deadLetters.retry(id)) ? "retried" : "gone", "messages", flash);
  }

  @PostMapping("/operations/arrivals/{id}/retry")
  String applyAgain(@PathVariable String id, RedirectAttributes flash) {
    Entry retried = Entry.of(Act.RETRIED).on(id).after(Map.of("arrival", aboutArrival(id)));
    return told(done(retried, () -> unmatched.retry(id)) ? "retried" : "gone", "arrivals", flash);
  }

  @PostMapping("/operations/incidents/{id}/retry")
  String tryAgain(@PathVariable String id, RedirectAttributes flash) {
    Entry retried =
        Entry.of(Act.RETRIED)
            .about(keyOfIncident(id))
            .on(id)
            .after(Map.of("incident", aboutIncident(id)));
    try {
      return told(
          done(retried, () -> incidents.retry(id)) ? "retried" : "gone", "incidents", flash);
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
            .map(this::allAgain)
            .orElse(0);
    flash.addFlashAttribute("many", many);
    return told("all", "partners", flash);
  }

  private int allAgain(Partner partner) {
    return transaction.execute(
        running -> {
          int many = deadLetters.retryAll(partner) + unmatched.retryAll(partner);
          audit.record(
              Entry.of(Act.RETRIED).on("partner " + partner.id()).after(Map.of("many", many)));
          return many;
        });
  }

  /** The deed and its entry, or neither. */
  private boolean done(Entry entry, BooleanSupplier deed) {
    return Boolean.TRUE.equals(
        transaction.execute(
            running -> {
              boolean ours = deed.getAsBoolean();
              if (ours) {
                audit.record(entry);
              }
              return ours;
            }));
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
            null,
            id,
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
            null,
            id,
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
            Kind.INCIDENT,
            keyOfIncident(id),
            id,
            aboutIncident(id), why, who, () -> incidents.discard(id, who.getName())),
        "incidents",
        flash);
  }

  private String giveUp(
      Kind kind,
      String order,
      String id,
      String about,
      String why,
      Authentication who,
      BooleanSupplier act) {
    if (why.isEmpty()) {
      return "unreasoned";
    }
    Entry discarded =
        Entry.of(Act.DISCARDED)
            .about(order)
            .on(id)
            .after(Map.of(kind.name().toLowerCase(Locale.ROOT), about, "reason", why));
    boolean done =
        done(
            discarded,
            () -> {
              boolean ours = act.getAsBoolean();
              if (ours) {
                discards.remember(kind, about, why, who.getName());
              }
              return ours;
            });
    return done ? "discarded" : "gone";
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

  private String keyOfIncident(String id) {
    return incidents.find(id).map(Incident::businessKey).orElse(null);
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
