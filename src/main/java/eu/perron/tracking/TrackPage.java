package eu.perron.tracking;

import eu.perron.orders.Stage;
import eu.perron.trade.Milestone.Quality;
import eu.perron.trade.MilestoneCode;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The consignee's page. */
@Controller
class TrackPage {
  /** Until the flight lands, times are those of the place it comes from. */
  private static final Set<MilestoneCode> AT_ORIGIN =
      EnumSet.range(MilestoneCode.ORDERED, MilestoneCode.DEP);

  private static final List<Stage> STAGES =
      List.of(
          Stage.ACCEPTED,
          Stage.EXPORT_CLEARANCE,
          Stage.AIR_FREIGHT,
          Stage.IMPORT_CLEARANCE,
          Stage.LAST_MILE);

  private final TrackingDesk desk;
  private final MessageSource words;

  TrackPage(TrackingDesk desk, MessageSource words) {
    this.desk = desk;
    this.words = words;
  }

  /**
   * @param time local to the place where it happened, as the visitor's language writes it
   */
  record Line(
      MilestoneCode code, String at, String time, String zone, String place, Quality kind) {}

  @GetMapping("/track")
  String ask(@RequestParam Optional<String> number) {
    return number
        .map(TrackingDesk::plain)
        .filter(text -> !text.isEmpty())
        .map(text -> "redirect:/track/" + UriUtils.encodePathSegment(text, "UTF-8"))
        .orElse("track");
  }

  @GetMapping("/track/{number}")
  String show(
      @PathVariable String number, Model model, Locale wanted, HttpServletResponse response) {
    Locale language = spoken(wanted);
    Optional<PublicTracking> found = desk.find(number);
    model.addAttribute("number", number);
    if (found.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return "track";
    }
    PublicTracking tracking = found.get();
    List<Line> lines = new ArrayList<>(lines(tracking, language));
    Collections.reverse(lines);
    model.addAttribute("tracking", tracking);
    model.addAttribute("lines", lines);
    model.addAttribute("stages", STAGES);
    model.addAttribute("reached", reached(tracking));
    model.addAttribute(
        "promised",
        tracking.promisedBy() == null
            ? null
            : tracking
                .promisedBy()
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language)));
    return "track";
  }

  /**
   * Dates are written in the language that the page speaks; a visitor whose language we lack reads
   * English.
   */
  private Locale spoken(Locale wanted) {
    String language = words.getMessage("layout.lang", null, "en", wanted);
    return wanted.getLanguage().equals(language) ? wanted : Locale.forLanguageTag(language + "-BE");
  }

  /** What was only expected goes once it has happened. */
  private static List<Line> lines(PublicTracking tracking, Locale language) {
    DateTimeFormatter times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language);
    Set<MilestoneCode> happened = EnumSet.noneOf(MilestoneCode.class);
    tracking.timeline().stream()
        .filter(event -> event.kind() == Quality.ACTUAL)
        .forEach(event -> happened.add(event.code()));
    return tracking.timeline().stream()
        .filter(event -> event.kind() == Quality.ACTUAL || !happened.contains(event.code()))
        .map(
            event -> {
              String country =
                  AT_ORIGIN.contains(event.code())
                      ? tracking.originCountry()
                      : tracking.destinationCountry();
              ZoneId zone = Promises.Zones.of(country);
              return new Line(
                  event.code(),
                  event.at().toString(),
                  times.format(event.at().atZone(zone)),
                  new Locale("", country).getDisplayCountry(language),
                  event.place(),
                  event.kind());
            })
        .toList();
  }

  /**
   * Index of the stage it is in; all of them when it has arrived, none to show when it ended
   * otherwise.
   */
  private static int reached(PublicTracking tracking) {
    return switch (tracking.status()) {
      case DELIVERED -> STAGES.size();
      case IN_PROGRESS, WAITING_FOR_CLERK ->
          Math.max(
              0,
              STAGES.indexOf(
                  tracking.stage() == Stage.COMPLIANCE ? Stage.ACCEPTED : tracking.stage()));
      default -> -1;
    };
  }
}
