package eu.perron.desk;

import eu.perron.imports.PaperDeclarations;
import eu.perron.imports.PaperSheet;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Declarations to print and lodge at the office, each on a sheet of its own. */
@Controller
class PaperPage {
  /** A printer's patience. */
  private static final int MOST = 200;

  private final PaperDeclarations papers;
  private final OutageQueue queue;

  PaperPage(PaperDeclarations papers, OutageQueue queue) {
    this.papers = papers;
    this.queue = queue;
  }

  @GetMapping("/desk/paper/{order}")
  String sheet(@PathVariable String order, Authentication who, Model model) {
    mayRead(who);
    PaperSheet sheet =
        papers.sheet(order).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("sheets", List.of(sheet));
    return "desk/paper";
  }

  /** All that wait to be lodged or decided, of one flight or of all. */
  @GetMapping("/desk/paper")
  String sheets(
      @RequestParam(defaultValue = "") String consignment, Authentication who, Model model) {
    mayRead(who);
    model.addAttribute(
        "sheets",
        queue.onPaper(consignment, MOST).stream()
            .filter(paper -> paper.state().equals("ON_PAPER"))
            .flatMap(paper -> papers.sheet(paper.orderNumber()).stream())
            .toList());
    return "desk/paper";
  }

  private static void mayRead(Authentication who) {
    if (!Clerk.of(who).sees(OutagePage.DESK)) {
      throw new AccessDeniedException("This is for the customs desk.");
    }
  }
}
