package eu.perron.desk;

import eu.perron.freight.FilingAmendments;
import eu.perron.freight.Freight;
import eu.perron.freight.House;
import eu.perron.freight.UnacceptableFilingAmendment;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a clerk of the flight desk asks advance security to change what was filed of a house. */
@Controller
class EntrySummaryDesk {
  private static final String DESK = "flight-desk";
  private final Freight freight;
  private final FilingAmendments amendments;

  EntrySummaryDesk(Freight freight, FilingAmendments amendments) {
    this.freight = freight;
    this.amendments = amendments;
  }

  void show(String orderNumber, Clerk clerk, Model model) {
    Optional<House> filed = freight.house(orderNumber).filter(house -> house.lrn() != null);
    model.addAttribute("filed", filed.orElse(null));
    model.addAttribute("filingAmendments", amendments.of(orderNumber));
    model.addAttribute(
        "mayAmendFiling", clerk.works(DESK) && filed.filter(this::isAmendable).isPresent());
  }

  private boolean isAmendable(House house) {
    return amendments.mayBeAsked(house.orderNumber());
  }

  @PostMapping("/desk/orders/{number}/entry-summary")
  String ask(
      @PathVariable String number,
      AmendedHouse typed,
      Authentication who,
      RedirectAttributes flash) {
    Clerk clerk = Clerk.of(who);
    if (!clerk.works(DESK)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    House was =
        freight.house(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try {
      amendments.ask(number, typed.of(was), clerk.name());
      flash.addFlashAttribute("filingAmendmentAsked", true);
    } catch (UnacceptableFilingAmendment refused) {
      flash.addFlashAttribute("filingAmendmentRefused", refused.getMessage());
      flash.addFlashAttribute("typed", typed);
    } catch (NumberFormatException noNumber) {
      flash.addFlashAttribute(
          "filingAmendmentRefused", typed.weight() + " is no weight in kilograms such as 0.640.");
      flash.addFlashAttribute("typed", typed);
    }
    return "redirect:/desk/orders/" + number + "#entry-summary";
  }
}
