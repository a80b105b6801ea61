package eu.perron.desk;

import eu.perron.imports.Amendments;
import eu.perron.imports.UnacceptableAmendment;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a clerk of the customs desk asks customs to change what was declared. */
@Controller
class AmendmentDesk {
  private final Amendments amendments;

  AmendmentDesk(Amendments amendments) {
    this.amendments = amendments;
  }

  @PostMapping("/desk/orders/{number}/amendment")
  String ask(
      @PathVariable String number,
      @RequestParam int item,
      @RequestParam(defaultValue = "") String hsCode,
      @RequestParam(defaultValue = "") String price,
      @RequestParam(defaultValue = "") String reason,
      Authentication who,
      RedirectAttributes flash) {
    Clerk clerk = Clerk.of(who);
    if (!clerk.works(OutagePage.DESK)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    try {
      amendments.ask(number, item, hsCode, price(price), reason, clerk.name());
      flash.addFlashAttribute("amendmentAsked", true);
    } catch (UnacceptableAmendment refused) {
      flash.addFlashAttribute("amendmentRefused", refused.getMessage());
    } catch (NumberFormatException noNumber) {
      flash.addFlashAttribute("amendmentRefused", price + " is no price such as 24.00.");
    }
    return "redirect:/desk/orders/" + number + "#amendments";
  }

  private static BigDecimal price(String given) {
    return given.isBlank() ? null : TypedNumber.parse(given);
  }
}
