package eu.perron.operations;

import eu.perron.duties.RateChange;
import eu.perron.duties.RateFile;
import eu.perron.duties.RateImports;
import eu.perron.duties.RatesToday;
import eu.perron.duties.UnreadableRates;
import eu.perron.trade.Liege;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rates of exchange: what counts today, and published ones to be looked at and put in force. */
@Controller
class RatesPage {
  private static final int FILES = 30;
  private static final int CHANGES = 300;
  private final RateImports imports;
  private final RatesToday today;
  private final Clock clock;

  RatesPage(RateImports imports, RatesToday today, Clock clock) {
    this.imports = imports;
    this.today = today;
    this.clock = clock;
  }

  @GetMapping("/operations/rates")
  String rates(Model model) {
    LocalDate day = LocalDate.now(clock.withZone(Liege.TIME));
    model.addAttribute("day", day);
    model.addAttribute("rates", today.on(day));
    model.addAttribute("files", imports.newest(FILES));
    return "operations/rates";
  }

  @PostMapping("/operations/rates")
  String show(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String content,
      Authentication who,
      Model model,
      HttpServletResponse response) {
    try {
      RateFile file =
          imports.show(
              name,
              // A form turns every line end into two signs; publishers end lines with one.
              content.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8),
              who.getName());
      return "redirect:/operations/rates/" + file.id();
    } catch (UnreadableRates unreadable) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("problem", unreadable.getMessage());
      model.addAttribute("name", name);
      model.addAttribute("content", content);
      return rates(model);
    }
  }

  @GetMapping("/operations/rates/{id}")
  String file(@PathVariable String id, Model model, HttpServletResponse response) {
    Optional<RateFile> file = imports.find(id);
    if (file.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return rates(model);
    }
    List<RateChange> changes = imports.changes(id);
    model.addAttribute("file", file.get());
    model.addAttribute("count", changes.size());
    model.addAttribute("overwritten", changes.stream().filter(c -> c.before() != null).count());
    model.addAttribute("changes", changes.subList(0, Math.min(CHANGES, changes.size())));
    return "operations/rate-file";
  }

  @GetMapping("/operations/rates/{id}/original")
  ResponseEntity<byte[]> original(@PathVariable String id) {
    return imports
        .find(id)
        .map(file -> Original.of(file.name(), imports.original(id).orElseThrow()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping("/operations/rates/{id}/in-force")
  String putInForce(@PathVariable String id, Authentication who, RedirectAttributes flash) {
    imports
        .putInForce(id, who.getName())
        .ifPresent(count -> flash.addFlashAttribute("inForce", count));
    return "redirect:/operations/rates";
  }

  @PostMapping("/operations/rates/{id}/leave")
  String leave(@PathVariable String id, Authentication who) {
    imports.leave(id, who.getName());
    return "redirect:/operations/rates";
  }
}
