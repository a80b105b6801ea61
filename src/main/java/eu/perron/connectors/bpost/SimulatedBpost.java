package eu.perron.connectors.bpost;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.connectors.bpost.SimulatedParcel.Course;
import eu.perron.connectors.bpost.SimulatedParcel.Scan;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A bpost that lives here. It knows only what it is sent: the same booking gives the same barcodes,
 * and the same scans under the same event numbers, however often it is sent.
 */
@Component("simulatedBpost")
@Profile("simulators")
@Transactional
public class SimulatedBpost {
  private static final int REFUSED = 422;
  private static final long LABELLING_MILLIS = 2000;

  private final LetterBox letterBox;
  private final Books books;
  private final BpostSettings settings;
  private final double pace;
  private final Clock clock;

  SimulatedBpost(
      LetterBox letterBox, Books books, BpostSettings settings, PerronSettings house, Clock clock) {
    this.letterBox = letterBox;
    this.books = books;
    this.settings = settings;
    this.pace = house.demo().pace();
    this.clock = clock;
  }

  /** {@code POST /shm/{account}/orders} */
  public void book(Exchange exchange) throws IOException {
    JsonNode order = message(exchange);
    if (order == null) {
      return;
    }
    String reference = order.path("reference").asText("");
    enter(exchange, "booking", reference);
    List<Booked> boxes = boxes(order, reference);
    if (boxes.isEmpty()) {
      answer(exchange, 400, error(reference, "ORDER_EMPTY", "An order has one box or more"));
      return;
    }
    boolean corrected = order.path("addressCorrected").asBoolean(false);
    if (boxes.get(0).parcel().course() == Course.BPADDR && !corrected) {
      answer(
          exchange,
          REFUSED,
          error(reference, "ADDRESS_UNKNOWN", "This street is not known in this town"));
      return;
    }
    answer(exchange, 200, labels(reference, boxes));
    announce(boxes.get(0).parcel().course().scans(), boxes, "");
  }

  /** {@code POST /shm/{account}/attempts} */
  public void attempt(Exchange exchange) throws IOException {
    obey(exchange, SimulatedParcel.NEW_ATTEMPT, "attempt");
  }

  /** {@code POST /shm/{account}/returns} */
  public void recall(Exchange exchange) throws IOException {
    obey(exchange, SimulatedParcel.RECALL, "return");
  }

  private void obey(Exchange exchange, List<Scan> scans, String wanted) throws IOException {
    JsonNode wish = message(exchange);
    if (wish == null) {
      return;
    }
    String reference = wish.path("reference").asText("");
    enter(exchange, wanted, reference);
    List<Booked> boxes = new ArrayList<>();
    for (JsonNode code : wish.path("itemCodes")) {
      SimulatedParcel.known(code.asText("")).map(Booked::again).ifPresent(boxes::add);
    }
    if (boxes.isEmpty()) {
      answer(exchange, REFUSED, error(reference, "ITEM_UNKNOWN", "None of these items is here"));
      return;
    }
    answer(exchange, 200, Map.of("reference", reference, "accepted", true));
    announce(scans, boxes, wanted + "-" + reference + "-");
  }

  /** {@code POST /tracking}: what happened so far to the items in question. */
  public void track(Exchange exchange) throws IOException {
    JsonNode question = message(exchange);
    if (question == null) {
      return;
    }
    List<Map<String, Object>> events = new ArrayList<>();
    Instant now = clock.instant();
    for (JsonNode item : question.path("items")) {
      SimulatedParcel.known(item.path("itemCode").asText(""))
          .ifPresent(
              parcel -> {
                Instant booked = OffsetDateTime.parse(item.path("orderDate").asText()).toInstant();
                Booked box = Booked.again(parcel);
                List<Scan> scans = parcel.course().scans();
                for (int n = 0; n < scans.size(); n++) {
                  if (!booked.plusMillis(paced(scans.get(n))).isAfter(now)) {
                    events.add(event(box, scans.get(n), n, at(booked, scans.get(n), n), ""));
                  }
                }
              });
    }
    answer(exchange, 200, Map.of("events", events));
  }

  private void announce(List<Scan> scans, List<Booked> boxes, String prefix) {
    Instant now = clock.instant();
    for (int n = 0; n < scans.size(); n++) {
      Scan scan = scans.get(n);
      int number = n;
      List<Map<String, Object>> events =
          boxes.stream()
              .map(box -> event(box, scan, number, at(now, scan, number), prefix))
              .toList();
      letterBox.post(
          "bpost",
          "tracking",
          Wire.JSON,
          Wire.write(Map.of("events", events)),
          Duration.ofSeconds(scan.afterSeconds()));
    }
  }

  private static List<Booked> boxes(JsonNode order, String reference) {
    List<Booked> boxes = new ArrayList<>();
    for (JsonNode box : order.path("boxes")) {
      Course course = Course.of(box.path("customsInfo").path("parcelContents").asText(""));
      JsonNode to = box.path("receiver");
      String town =
          (to.path("postalCode").asText("") + " " + to.path("locality").asText("")).strip();
      boxes.add(
          new Booked(
              SimulatedParcel.booked(reference, boxes.size(), course),
              box.path("reference").asText(""),
              box,
              town));
    }
    return boxes;
  }

  private static Map<String, Object> labels(String reference, List<Booked> boxes) {
    byte[] pdf = SimulatedLabel.pdf(boxes.stream().map(box -> box.page(reference)).toList());
    return Map.of(
        "reference",
        reference,
        "boxes",
        boxes.stream()
            .map(box -> Map.of("reference", box.reference(), "barcode", box.parcel().barcode()))
            .toList(),
        "label",
        Map.of("contentType", "application/pdf", "data", Base64.getEncoder().encodeToString(pdf)));
  }

  private static Map<String, Object> event(
      Booked box, Scan scan, int number, Instant at, String prefix) {
    Map<String, Object> event = new TreeMap<>();
    event.put("eventId", prefix + number);
    event.put("itemCode", box.parcel().barcode());
    event.put("stateCode", scan.code());
    event.put("stateDescription", scan.says());
    event.put("time", Wire.time(at));
    event.put("place", scan.place() == null ? box.town() : scan.place());
    return event;
  }

  /**
   * At any pace after the label was there, and a millisecond apart, so that scans keep their order
   * at pace 0.
   */
  private Instant at(Instant from, Scan scan, int number) {
    return from.plusMillis(Math.max(LABELLING_MILLIS, paced(scan)) + number);
  }

  private long paced(Scan scan) {
    return Math.round(scan.afterSeconds() * 1000 * pace);
  }

  private void enter(Exchange exchange, String operation, String reference) {
    byte[] body = exchange.getMessage().getBody(byte[].class);
    books.enter("bpost", body, List.of(new Books.Entry(operation, reference, reference)));
  }

  private JsonNode message(Exchange exchange) throws IOException {
    if (!isWelcome(exchange.getMessage().getHeader("Authorization", "", String.class))) {
      answer(exchange, 401, error("", "UNAUTHORISED", "Account and passphrase do not fit"));
      return null;
    }
    byte[] body = exchange.getMessage().getBody(byte[].class);
    return Wire.parse(body == null ? new byte[0] : body);
  }

  private boolean isWelcome(String authorisation) {
    String expected = settings.account() + ":" + settings.passphrase();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
    return MessageDigest.isEqual(
        basic.getBytes(StandardCharsets.UTF_8), authorisation.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> error(String reference, String code, String message) {
    return Map.of(
        "reference", reference, "errors", List.of(Map.of("code", code, "message", message)));
  }

  private static void answer(Exchange exchange, int status, Map<String, Object> answer) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, Wire.JSON);
    exchange.getMessage().setBody(Wire.write(answer));
  }

  private record Booked(SimulatedParcel parcel, String reference, JsonNode box, String town) {
    /** A parcel of which we know the barcode only. */
    static Booked again(SimulatedParcel parcel) {
      return new Booked(parcel, "", null, "Depot");
    }

    SimulatedLabel.Page page(String order) {
      JsonNode to = box.path("receiver");
      return new SimulatedLabel.Page(
          parcel.barcode(),
          box.path("product").asText(""),
          order + " / " + reference,
          List.of(
              to.path("name").asText(""),
              to.path("streetName").asText(""),
              town,
              to.path("countryCode").asText("")),
          box.path("customsInfo").path("parcelContents").asText(""));
    }
  }
}
