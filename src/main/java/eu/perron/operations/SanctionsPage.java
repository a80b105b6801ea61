package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.flow.Rescreening;
import eu.perron.sanctions.ClearedParties;
import eu.perron.sanctions.Hit;
import eu.perron.sanctions.ListVersion;
import eu.perron.sanctions.NamedParty;
import eu.perron.sanctions.Sanctions;
import eu.perron.sanctions.SanctionsLists;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The sanctions list: which version is in force, what another would change, a name tried on it, and
 * whom clerks found not to be meant.
 */
@Controller
class SanctionsPage {
  static final String ADDRESS = "/operations/sanctions";
  private static final int MOST = 200;
  private static final int LEAST = 60;
  private static final int LONGEST_NAME = 200;

  /** The Commission changes it several times a month. */
  private static final int OLD_AFTER_DAYS = 30;

  private final SanctionsLists lists;
  private final Sanctions sanctions;
  private final ClearedParties cleared;
  private final Rescreening rescreening;
  private final Deeds deeds;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  SanctionsPage(
      SanctionsLists lists,
      Sanctions sanctions,
      ClearedParties cleared,
      Rescreening rescreening,
      Deeds deeds,
      Audit audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.lists = lists;
    this.sanctions = sanctions;
    this.cleared = cleared;
    this.rescreening = rescreening;
    this.deeds = deeds;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping(ADDRESS)
  String sanctions(@RequestParam(required = false) String refused, Model model) {
    Optional<ListVersion> inForce = lists.inForce();
    model.addAttribute("inForce", inForce.orElse(null));
    model.addAttribute(
        "days",
        inForce
            .map(list -> ChronoUnit.DAYS.between(list.generatedOn(), LocalDate.now(clock)))
            .filter(days -> days > OLD_AFTER_DAYS)
            .orElse(null));
    model.addAttribute("versions", lists.newest(50));
    model.addAttribute("cleared", cleared.newest(MOST));
    model.addAttribute("round", rescreening.newest().orElse(null));
    model.addAttribute("refused", refused);
    return "operations/sanctions";
  }

  /** By POST: a name tried out does not belong into an address. */
  @PostMapping(ADDRESS + "/check")
  String check(@ModelAttribute("party") PartyForm party, Model model) {
    if (party.named().name().length() > LONGEST_NAME) {
      return sanctions("A name has at most " + LONGEST_NAME + " letters.", model);
    }
    List<Hit> hits = sanctions.resemblances(party.named(), LEAST);
    model.addAttribute("hits", hits.subList(0, Math.min(20, hits.size())));
    return sanctions(null, model);
  }

  /** A form's fields; blank is not given. */
  record PartyForm(String name, String street, String postcode, String city, String country) {
    NamedParty named() {
      return new NamedParty(
          name == null ? "" : name.strip(), said(street), said(postcode), said(city), land());
    }

    private String land() {
      String code = said(country);
      return code == null ? null : code.toUpperCase(java.util.Locale.ROOT);
    }

    private static String said(String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  @GetMapping(ADDRESS + "/{version:\\d+}")
  String version(@PathVariable long version, Model model) {
    ListVersion list = find(version);
    model.addAttribute("list", list);
    model.addAttribute("inForce", lists.inForce().orElse(null));
    model.addAttribute("changes", lists.changes(version));
    model.addAttribute("most", MOST);
    return "operations/sanctions-list";
  }

  @GetMapping(ADDRESS + "/{version:\\d+}/original")
  ResponseEntity<byte[]> original(@PathVariable long version) {
    return Original.of(find(version).fileName(), lists.original(version));
  }

  @PostMapping(ADDRESS + "/{version:\\d+}/in-force")
  String bringIntoForce(@PathVariable long version, Authentication who, RedirectAttributes flash) {
    return done(
        version,
        Act.LIST_IN_FORCE,
        () -> lists.bringIntoForce(version, who.getName()),
        "in-force",
        flash);
  }

  @PostMapping(ADDRESS + "/{version:\\d+}/discard")
  String discard(@PathVariable long version, Authentication who, RedirectAttributes flash) {
    return done(
        version,
        Act.LIST_DISCARDED,
        () -> lists.discard(version, who.getName()),
        "discarded",
        flash);
  }

  private String done(
      long version, Act act, BooleanSupplier deed, String told, RedirectAttributes flash) {
    ListVersion list = find(version);
    deeds.done(deed, () -> entry(act, list), told, flash);
    return "redirect:" + ADDRESS;
  }

  static Entry entry(Act act, ListVersion list) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("publishedOn", list.generatedOn().toString());
    facts.put("file", list.fileName());
    facts.put("sha256", list.sha256());
    facts.put("entries", list.entries());
    facts.put("names", list.names());
    return Entry.of(act).on("sanctions list " + list.version()).after(facts);
  }

  /** Whoever is often taken for another can be cleared before an order comes. */
  @PostMapping(ADDRESS + "/cleared")
  String clear(
      @ModelAttribute("party") PartyForm party,
      @RequestParam String entry,
      @RequestParam String note,
      Authentication who,
      RedirectAttributes flash) {
    NamedParty named = party.named();
    Optional<Hit> hit =
        sanctions.resemblances(named, LEAST).stream()
            .filter(one -> one.entry().id().equals(entry) && !note.isBlank())
            .findFirst();
    hit.ifPresent(one -> cleared.remember(named, one, null, who.getName(), note.strip()));
    flash.addFlashAttribute("told", hit.isPresent() ? "cleared" : "gone");
    return "redirect:" + ADDRESS + "#cleared";
  }

  @PostMapping(ADDRESS + "/cleared/{id:\\d+}/withdraw")
  String withdraw(@PathVariable long id, Authentication who, RedirectAttributes flash) {
    Boolean did =
        transaction.execute(
            running ->
                cleared
                    .withdraw(id, who.getName())
                    .map(
                        one -> {
                          audit.record(
                              Entry.of(Act.CLEARING_WITHDRAWN)
                                  .on("sanctions entry " + one.entry())
                                  .before(
                                      Map.of(
                                          "party", one.party().name(), "entry", one.entryName())));
                          return true;
                        })
                    .orElse(false));
    flash.addFlashAttribute("told", Boolean.TRUE.equals(did) ? "withdrawn" : "gone");
    return "redirect:" + ADDRESS + "#cleared";
  }

  private ListVersion find(long version) {
    return lists.find(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
