package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.Entry;
import eu.perron.reference.ListVersion;
import eu.perron.reference.ReferenceLists;
import eu.perron.trade.Liege;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists that others publish: what counts today, what another would change, and which codes of ours
 * the lists do not know.
 */
@Controller
class ReferencePage {
  static final String ADDRESS = "/operations/reference";
  private static final int MOST = 200;

  private final ReferenceLists lists;
  private final Deeds deeds;
  private final Clock clock;

  ReferencePage(ReferenceLists lists, Deeds deeds, Clock clock) {
    this.lists = lists;
    this.deeds = deeds;
    this.clock = clock;
  }

  @GetMapping(ADDRESS)
  String reference(@RequestParam(required = false) String refused, Model model) {
    model.addAttribute("day", today());
    model.addAttribute("standing", lists.standing(today()));
    model.addAttribute("used", lists.inUse(today()));
    model.addAttribute("versions", lists.newest(50));
    model.addAttribute("refused", refused);
    return "operations/reference";
  }

  /**
   * @param from the day it is looked at for; today if it is not said
   */
  @GetMapping(ADDRESS + "/{version:\\d+}")
  String version(
      @PathVariable long version,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      Model model) {
    ListVersion list = find(version);
    LocalDate day = from == null ? today() : from;
    model.addAttribute("list", list);
    model.addAttribute("from", day);
    if (list.state() == ListVersion.State.PROPOSED) {
      model.addAttribute("changes", lists.changes(list, day));
    }
    model.addAttribute("most", MOST);
    return "operations/reference-list";
  }

  @GetMapping(ADDRESS + "/{version:\\d+}/original")
  ResponseEntity<byte[]> original(@PathVariable long version) {
    return Original.of(find(version).fileName(), lists.original(version));
  }

  @PostMapping(ADDRESS + "/{version:\\d+}/in-force")
  String putInForce(
      @PathVariable long version,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      Authentication who,
      RedirectAttributes flash) {
    return decided(
        version,
        Act.LIST_IN_FORCE,
        () -> lists.putInForce(version, from, who.getName()),
        "in-force",
        flash);
  }

  @PostMapping(ADDRESS + "/{version:\\d+}/leave")
  String leave(@PathVariable long version, Authentication who, RedirectAttributes flash) {
    return decided(
        version, Act.LIST_DISCARDED, () -> lists.leave(version, who.getName()), "left", flash);
  }

  private String decided(
      long version, Act act, BooleanSupplier deed, String told, RedirectAttributes flash) {
    find(version);
    deeds.done(deed, () -> entry(act, find(version)), told, flash);
    return "redirect:" + ADDRESS;
  }

  static Entry entry(Act act, ListVersion list) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("list", list.kind().name());
    facts.put("file", list.fileName());
    facts.put("sha256", list.sha256());
    facts.put("entries", list.entries());
    if (list.countsFrom() != null) {
      facts.put("countsFrom", list.countsFrom().toString());
    }
    return Entry.of(act).on("reference list " + list.version()).after(facts);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Liege.TIME));
  }

  private ListVersion find(long version) {
    return lists.find(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
