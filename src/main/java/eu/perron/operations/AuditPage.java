package eu.perron.operations;

import eu.perron.audit.Act;
import eu.perron.audit.AuditChecks;
import eu.perron.audit.AuditTrail;
import eu.perron.audit.AuditTrail.Line;
import eu.perron.audit.AuditTrail.Search;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what when, for operators and auditors; and whether the trail is whole. */
@Controller
class AuditPage {
  private static final int PAGE = 50;
  private final AuditTrail trail;
  private final AuditChecks checks;

  AuditPage(AuditTrail trail, AuditChecks checks) {
    this.trail = trail;
    this.checks = checks;
  }

  @GetMapping("/operations/audit")
  String audit(
      @RequestParam(required = false) String q,
      @RequestParam(required = false) String who,
      @RequestParam(required = false) Act.Kind kind,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @RequestParam(required = false) Long before,
      Model model) {
    Search search = new Search(q, who, kind, day, before);
    List<Line> found = trail.find(search, PAGE + 1);
    List<Line> lines = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("search", search);
    model.addAttribute("kinds", Act.Kind.values());
    model.addAttribute("lines", lines);
    model.addAttribute("first", address(search, null));
    model.addAttribute(
        "next", found.size() > PAGE ? address(search, lines.get(PAGE - 1).number()) : null);
    model.addAttribute("now", checks.now());
    model.addAttribute("last", checks.last().orElse(null));
    model.addAttribute("running", checks.isRunning());
    return "operations/audit";
  }

  @PostMapping("/operations/audit/verify")
  String verify(Authentication who) {
    checks.begin(who.getName());
    return "redirect:/operations/audit";
  }

  private static String address(Search search, Long before) {
    return UriComponentsBuilder.fromPath("/operations/audit")
        .queryParamIfPresent("q", given(search.q()))
        .queryParamIfPresent("who", given(search.who()))
        .queryParamIfPresent("kind", Optional.ofNullable(search.kind()))
        .queryParamIfPresent("day", Optional.ofNullable(search.day()))
        .queryParamIfPresent("before", Optional.ofNullable(before))
        .encode()
        .build()
        .toUriString();
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(word -> !word.isBlank());
  }
}
