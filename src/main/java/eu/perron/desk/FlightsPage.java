package eu.perron.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.desk.FlightAtImport.Case;
import eu.perron.desk.FlightAtImport.Flight;
import eu.perron.flow.Models;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The import officer's view: how much of a flight is cleared, what blocks the rest, and one
 * decision for many like cases.
 */
@Controller
class FlightsPage {
  private static final int DECISIONS = 20;

  private final FlightAtImport flights;
  private final FlightDecisions decisions;
  private final OrdersOnRow orders;
  private final Models models;
  private final ObjectMapper json;
  private final MessageSource messages;
  private final Clock clock;

  FlightsPage(
      FlightAtImport flights,
      FlightDecisions decisions,
      OrdersOnRow orders,
      Models models,
      ObjectMapper json,
      MessageSource messages,
      Clock clock) {
    this.flights = flights;
    this.decisions = decisions;
    this.orders = orders;
    this.models = models;
    this.json = json;
    this.messages = messages;
    this.clock = clock;
  }

  record Answer(JsonNode values) {}

  @GetMapping("/desk/flights")
  String list(@RequestParam(defaultValue = "") String before, Authentication who, Model model) {
    sees(who);
    List<Flight> page = flights.flights(moment(before));
    Map<Flight, FlightAtImport.Standing> shown = new LinkedHashMap<>();
    page.forEach(flight -> shown.put(flight, flights.standing(flight)));
    model.addAttribute("flights", shown);
    model.addAttribute(
        "next",
        FlightAtImport.isLastPage(page) ? null : page.get(page.size() - 1).cutOffAt().toString());
    return "desk/flights";
  }

  @GetMapping("/desk/flights/{number}")
  String flight(@PathVariable String number, Authentication who, Model model) {
    sees(who);
    Flight flight = flight(number);
    model.addAttribute("flight", flight);
    model.addAttribute("standing", flights.standing(flight));
    model.addAttribute("cases", flights.cases(number));
    model.addAttribute("stuck", flights.stuck(number));
    model.addAttribute("decisions", decisions.of(number, DECISIONS));
    return "desk/flight";
  }

  /**
   * The like cases, a page of them, and the form that decides all.
   *
   * @param cause empty: without a reason
   * @param after the last order of the page before
   */
  @GetMapping("/desk/flights/{number}/cases")
  String cases(
      @PathVariable String number,
      @RequestParam String activity,
      @RequestParam String state,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String after,
      Authentication who,
      Model model) {
    Clerk clerk = sees(who);
    Flight flight = flight(number);
    model.addAttribute("flight", flight);
    Case like = flights.find(number, activity, state, cause).orElse(null);
    model.addAttribute("like", like);
    if (like != null) {
      List<TaskList.Task> page = flights.tasks(number, like, after);
      model.addAttribute("works", clerk.works(like.desk()));
      model.addAttribute("rows", orders.rows(page));
      model.addAttribute("data", address(number, "/cases/data", like, null));
      model.addAttribute("submit", address(number, "/decide", like, null));
      model.addAttribute(
          "next",
          page.size() < FlightAtImport.PAGE
              ? null
              : address(number, "/cases", like, page.get(page.size() - 1).businessKey()));
    }
    return "desk/flight-cases";
  }

  /** What the form holds before the clerk writes: nothing that is only one order's. */
  @GetMapping("/desk/flights/{number}/cases/data")
  @ResponseBody
  Map<String, Object> data(
      @PathVariable String number,
      @RequestParam String activity,
      @RequestParam String state,
      @RequestParam(defaultValue = "") String cause,
      Authentication who) {
    sees(who);
    Map<String, Object> values = new HashMap<>();
    values.put("key", number);
    flights
        .find(number, activity, state, cause)
        .ifPresent(like -> values.put("reason", like.reason()));
    return values;
  }

  @PostMapping("/desk/flights/{number}/decide")
  ResponseEntity<?> decide(
      @PathVariable String number,
      @RequestParam String activity,
      @RequestParam String state,
      @RequestParam(defaultValue = "") String cause,
      @RequestBody Answer answer,
      Authentication who,
      Locale locale) {
    Clerk clerk = sees(who);
    Flight flight = flight(number);
    Case like = flights.find(number, activity, state, cause).orElse(null);
    if (like == null) {
      return refused(HttpStatus.CONFLICT, "done", locale);
    }
    if (!clerk.works(like.desk())) {
      return refused(HttpStatus.FORBIDDEN, "not-yours", locale);
    }
    FormAnswer read = FormAnswer.read(schema(like), answer.values());
    if (!read.wrong().isEmpty()) {
      return wrong(read.wrong(), locale);
    }
    String id = decisions.decide(flight, like, read.facts(), clerk.name());
    return ResponseEntity.ok(Map.of("next", "/desk/flights/" + number + "/decisions/" + id));
  }

  /**
   * @param only DONE, GONE, TAKEN or FAILED; empty: all
   */
  @GetMapping("/desk/flights/{number}/decisions/{id}")
  String decision(
      @PathVariable String number,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String only,
      @RequestParam(defaultValue = "") String after,
      Authentication who,
      Model model) {
    sees(who);
    Flight flight = flight(number);
    FlightDecisions.Decision decision =
        decisions
            .find(number, id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<FlightDecisions.Line> lines = decisions.lines(id, only.isEmpty() ? null : only, after);
    Map<String, Long> tally = decisions.tally(id);
    model.addAttribute("flight", flight);
    model.addAttribute("decision", decision);
    model.addAttribute("tally", tally);
    model.addAttribute("done", tally.values().stream().mapToLong(Long::longValue).sum());
    model.addAttribute("standing", flights.standing(flight));
    model.addAttribute("only", only);
    model.addAttribute("after", after);
    model.addAttribute("lines", lines);
    model.addAttribute(
        "next",
        lines.size() < FlightAtImport.PAGE ? null : lines.get(lines.size() - 1).orderNumber());
    return "desk/flight-decision";
  }

  private static Clerk sees(Authentication who) {
    Clerk clerk = Clerk.of(who);
    if (!clerk.sees(OutagePage.DESK)) {
      throw new AccessDeniedException("This is for the customs desk.");
    }
    return clerk;
  }

  private Flight flight(String number) {
    return flights
        .find(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The next days' flights stand first. */
  private Instant moment(String before) {
    try {
      return before.isBlank() ? clock.instant().plus(Duration.ofDays(30)) : Instant.parse(before);
    } catch (DateTimeParseException notOurs) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          before + " is not a moment such as 2026-11-22T14:05:00Z",
          notOurs);
    }
  }

  private static String address(String number, String what, Case like, String after) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/desk/flights/" + number + what)
            .queryParam("activity", like.activity())
            .queryParam("state", like.state());
    if (like.cause() != null) {
      address.queryParam("cause", like.cause());
    }
    if (after != null) {
      address.queryParam("after", after);
    }
    return address.build().toUriString();
  }

  private JsonNode schema(Case like) {
    try {
      return json.readTree(models.form(like.form()).orElse("{}"));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "The deployed form " + like.form() + " does not read", broken);
    }
  }

  private ResponseEntity<ProblemDetail> wrong(List<FormAnswer.Wrong> wrong, Locale locale) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "wrong", locale);
    problem.setProperty("errors", wrong);
    return answer(problem);
  }

  private ResponseEntity<ProblemDetail> refused(HttpStatus status, String code, Locale locale) {
    return answer(problem(status, code, locale));
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private ProblemDetail problem(HttpStatus status, String code, Locale locale) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            status, messages.getMessage("desk.refused." + code + ".detail", null, locale));
    problem.setTitle(messages.getMessage("desk.refused." + code, null, locale));
    return problem;
  }
}
