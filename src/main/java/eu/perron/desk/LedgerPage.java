package eu.perron.desk;

import eu.perron.duties.Difference;
import eu.perron.duties.Ledger;
import eu.perron.duties.Reconciliation;
import eu.perron.duties.UnreadableDebits;
import eu.perron.trade.Liege;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customs desk's ledger: what is owed and paid, and what customs debited otherwise. */
@Controller
class LedgerPage {
  private static final String DESK = "customs-desk";
  private static final int MONTHS = 24;
  private static final int MOST = 200;
  private final Ledger ledger;
  private final Reconciliation reconciliation;
  private final Clock clock;

  LedgerPage(Ledger ledger, Reconciliation reconciliation, Clock clock) {
    this.ledger = ledger;
    this.reconciliation = reconciliation;
    this.clock = clock;
  }

  @GetMapping("/desk/ledger")
  String ledger(@RequestParam(required = false) YearMonth month, Authentication who, Model model) {
    Clerk clerk = Clerk.of(who);
    if (!clerk.sees(DESK)) {
      throw new AccessDeniedException("This is for the customs desk.");
    }
    YearMonth shown = month == null ? YearMonth.now(clock.withZone(Liege.TIME)) : month;
    model.addAttribute("works", clerk.works(DESK));
    model.addAttribute("month", shown);
    model.addAttribute("months", ledger.months(MONTHS));
    model.addAttribute("sales", ledger.statement(null, shown));
    model.addAttribute("open", reconciliation.open(MOST));
    model.addAttribute("openCount", reconciliation.countOpen());
    model.addAttribute("decided", reconciliation.decided(MOST));
    model.addAttribute("decisions", Difference.Decision.values());
    return "desk/ledger";
  }

  @PostMapping("/desk/ledger/debits")
  String compare(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String content,
      Authentication who,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    mustWork(who);
    try {
      // A form turns every line end into two signs.
      flash.addFlashAttribute(
          "compared",
          reconciliation.compare(
              name, content.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8), who.getName()));
      return "redirect:/desk/ledger";
    } catch (UnreadableDebits unreadable) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      model.addAttribute("problem", unreadable.getMessage());
      model.addAttribute("name", name);
      model.addAttribute("content", content);
      return ledger(null, who, model);
    }
  }

  @PostMapping("/desk/ledger/differences/{id}")
  String decide(
      @PathVariable String id,
      @RequestParam Difference.Decision decision,
      @RequestParam(defaultValue = "") String note,
      Authentication who) {
    mustWork(who);
    String plain = note.strip();
    reconciliation.decide(
        id, decision, plain.substring(0, Math.min(plain.length(), 400)), who.getName());
    return "redirect:/desk/ledger";
  }

  /** The month's IOSS statement, as the return asks for it; of one number or of all. */
  @GetMapping("/desk/ledger/ioss/{month}")
  ResponseEntity<byte[]> statement(
      @PathVariable YearMonth month,
      @RequestParam(required = false) String iossNumber,
      Authentication who) {
    if (!Clerk.of(who).sees(DESK)) {
      throw new AccessDeniedException("This is for the customs desk.");
    }
    byte[] csv = csv(ledger.statement(iossNumber, month));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(
                    "ioss-" + (iossNumber == null ? "all" : iossNumber) + "-" + month + ".csv",
                    StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(csv);
  }

  private static byte[] csv(List<Ledger.Sales> sales) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(
          "ioss_number", "month", "member_state", "vat_rate", "orders", "vat_base", "vat");
      for (Ledger.Sales line : sales) {
        printer.printRecord(
            // A seller wrote it; a spreadsheet must not take it for a formula.
            line.iossNumber().matches("\\w+") ? line.iossNumber() : "'" + line.iossNumber(),
            line.month(),
            line.memberState(),
            line.vatRate().toPlainString(),
            line.orders(),
            line.vatBase().toPlainString(),
            line.vat().toPlainString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void mustWork(Authentication who) {
    if (!Clerk.of(who).works(DESK)) {
      throw new AccessDeniedException("This is for the customs desk.");
    }
  }
}
