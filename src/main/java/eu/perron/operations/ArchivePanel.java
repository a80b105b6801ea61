package eu.perron.operations;

import eu.perron.archive.Archive;
import eu.perron.archive.ArchiveFigures;
import eu.perron.exchange.Unmatched;
import eu.perron.exchange.Unmatched.LostArrival;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much is here and how much in the archive, and the way back for late news. */
@Controller
class ArchivePanel {
  private static final Logger log = LoggerFactory.getLogger(ArchivePanel.class);
  private static final int LONGEST = 250;
  private final Archive archive;
  private final Unmatched unmatched;
  private final JdbcClient jdbc;

  ArchivePanel(Archive archive, Unmatched unmatched, JdbcClient jdbc) {
    this.archive = archive;
    this.unmatched = unmatched;
    this.jdbc = jdbc;
  }

  /**
   * @param underWay orders
   * @param ended orders that have ended and wait for their time
   */
  record Stock(long underWay, long ended, long messages, ArchiveFigures archived) {}

  private record Hot(long underWay, long ended, long messages) {}

  Stock stock() {
    Hot hot =
        jdbc.sql(
                "SELECT (SELECT COUNT(*) FROM orders WHERE ended_at IS NULL) AS under_way, "
                    + "(SELECT COUNT(*) FROM orders WHERE ended_at IS NOT NULL) AS ended, "
                    + "(SELECT COUNT(*) FROM exchange_message) AS messages")
            .query(Hot.class)
            .single();
    return new Stock(hot.underWay(), hot.ended(), hot.messages(), archive.figures());
  }

  /** Which of the lost arrivals are about something that lies in the archive, by their own word. */
  Map<String, String> archivedAmong(List<LostArrival> arrivals) {
    return archive.ownersOf(arrivals.stream().map(LostArrival::about).distinct().toList());
  }

  /**
   * @param arrival what came late, tried again at once; absent: nothing did
   */
  @PostMapping("/operations/archive/back")
  String bringBack(
      @RequestParam String number,
      @RequestParam String reason,
      @RequestParam(required = false) String arrival,
      Authentication who,
      RedirectAttributes flash) {
    String why = reason.strip();
    if (why.isEmpty()) {
      return told("unreasoned", flash);
    }
    String wanted = number.strip().toUpperCase(Locale.ROOT);
    try {
      boolean back =
          archive.bringBack(
              wanted, who.getName(), why.substring(0, Math.min(LONGEST, why.length())));
      if (back && arrival != null) {
        unmatched.retry(arrival);
      }
      return told(back ? "back" : "absent", flash);
    } catch (RuntimeException failure) {
      log.warn("{} could not be brought back: {}", wanted, failure.toString());
      flash.addFlashAttribute("problem", String.valueOf(failure.getMessage()));
      return told("failed", flash);
    }
  }

  private static String told(String what, RedirectAttributes flash) {
    flash.addFlashAttribute("told", what);
    return "redirect:/operations#archive";
  }
}
