package eu.perron.connectors.bpost;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.connectors.MessageReader;
import eu.perron.connectors.StatusCodes;
import eu.perron.connectors.Unreadable;
import eu.perron.delivery.TrackingEvent;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.trade.Liege;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what bpost saw: one event, a list, or a list in an envelope; by call-back and by asking
 * alike.
 */
class TrackingReader implements MessageReader {
  static final String OPERATION = "tracking";
  static final Pattern BARCODE = Pattern.compile("[A-Za-z0-9]{6,40}");

  private static final Logger log = LoggerFactory.getLogger(TrackingReader.class);
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_./-]{1,60}");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MOST_UNKNOWN = 1000;

  private final StatusCodes codes;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  TrackingReader(StatusCodes codes) {
    this.codes = codes;
  }

  @Override
  public Partner partner() {
    return Partner.BPOST;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    JsonNode message = parse(body);
    JsonNode events = message.isObject() && message.has("events") ? message.get("events") : message;
    String where = events == message ? "" : "/events";
    Map<String, Arrival> arrivals = new LinkedHashMap<>();
    if (events.isObject()) {
      add(arrivals, events, where);
    } else if (events.isArray()) {
      int position = 0;
      for (JsonNode event : events) {
        add(arrivals, event, where + "/" + position++);
      }
    } else {
      throw new Unreadable(
          where.isEmpty() ? "/" : where,
          "expected an event, a list of events, or {\"events\": [...]}");
    }
    return new Reading(hash(body), List.copyOf(arrivals.values()));
  }

  private static JsonNode parse(byte[] body) throws Unreadable {
    try {
      return Wire.parse(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      String line = broken.getLocation() == null ? "?" : "" + broken.getLocation().getLineNr();
      throw new Unreadable("line " + line, "not JSON; send UTF-8 JSON as " + Wire.JSON);
    } catch (IOException broken) {
      throw new Unreadable("the body", "not JSON; send UTF-8 JSON as " + Wire.JSON);
    }
  }

  private void add(Map<String, Arrival> arrivals, JsonNode event, String where) throws Unreadable {
    TrackingEvent content = event(event, where);
    String key = key(event, content, where);
    arrivals.putIfAbsent(key, new Arrival("tracking-event", key, content.barcode(), content));
  }

  private TrackingEvent event(JsonNode event, String where) throws Unreadable {
    String barcode = required(event, "itemCode", BARCODE, where);
    String code = required(event, "stateCode", CODE, where);
    Instant at = time(event, where);
    Optional<StatusCodes.Meaning> meaning =
        codes.meaning(OPERATION, code, at.atZone(Liege.TIME).toLocalDate());
    if (meaning.isEmpty() && warned.size() < MOST_UNKNOWN && warned.add(code)) {
      log.warn(
          "bpost sends the state code {}, which connectors/bpost/status-codes.csv does not explain",
          code);
    }
    return new TrackingEvent(
        barcode,
        code,
        at,
        text(event, "place", 100),
        meaning.map(StatusCodes.Meaning::milestone).orElse(null),
        meaning.map(StatusCodes.Meaning::state).orElse(null),
        meaning
            .map(StatusCodes.Meaning::says)
            .orElseGet(() -> text(event, "stateDescription", 200)));
  }

  /**
   * bpost's own event number, or else what makes two events the same: item, code, instant and
   * place.
   */
  private static String key(JsonNode event, TrackingEvent content, String where) throws Unreadable {
    String id = Wire.text(event, "eventId");
    if (id.length() > 120) {
      throw new Unreadable(where + "/eventId", "longer than 120 characters");
    }
    return id.isBlank()
        ? hash(
            String.join(
                    "|",
                    content.barcode(),
                    content.code(),
                    content.at().toString(),
                    content.place() == null ? "" : content.place())
                .getBytes(StandardCharsets.UTF_8))
        : content.barcode() + "/" + id;
  }

  private static String required(JsonNode event, String field, Pattern shape, String where)
      throws Unreadable {
    String value = Wire.text(event, field);
    if (!shape.matcher(value).matches()) {
      throw new Unreadable(where + "/" + field, "expected " + shape.pattern());
    }
    return value;
  }

  private static Instant time(JsonNode event, String where) throws Unreadable {
    try {
      Instant at = OffsetDateTime.parse(Wire.text(event, "time")).toInstant();
      if (at.isAfter(EARLIEST) && at.isBefore(LATEST)) {
        return at.truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException misread) {
      // told below
    }
    throw new Unreadable(
        where + "/time", "expected a time with offset, as 2026-11-22T09:30:00+01:00");
  }

  private static String text(JsonNode event, String field, int most) {
    String value = Wire.text(event, field).strip();
    return value.isEmpty() ? null : value.length() <= most ? value : value.substring(0, most);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
