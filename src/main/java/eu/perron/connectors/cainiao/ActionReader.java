package eu.perron.connectors.cainiao;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.connectors.MessageReader;
import eu.perron.connectors.StatusCodes;
import eu.perron.connectors.Unreadable;
import eu.perron.delivery.TrackingEvent;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what Cainiao saw: a signed form with one parcel's actions, or several parcels'. Times are
 * China's and carry no offset.
 */
class ActionReader implements MessageReader {
  static final String OPERATION = "tracking";
  static final Pattern WAYBILL = Pattern.compile("[A-Za-z0-9]{6,40}");
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,60}");
  private static final int EARLIEST = 2000;
  private static final int LATEST = 2100;

  private final StatusCodes codes;
  private final String secret;

  ActionReader(StatusCodes codes, String secret) {
    this.codes = codes;
    this.secret = secret;
  }

  @Override
  public Partner partner() {
    return Partner.CAINIAO;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    JsonNode content = Link.open(body, secret).content();
    JsonNode parcels = content.path("parcels");
    if (!parcels.isArray()) {
      throw new Unreadable("/parcels", "expected a list of parcels");
    }
    Map<String, Arrival> arrivals = new LinkedHashMap<>();
    for (int p = 0; p < parcels.size(); p++) {
      JsonNode parcel = parcels.get(p);
      String where = "/parcels/" + p;
      String waybill = required(parcel, "waybillCode", WAYBILL, where);
      JsonNode actions = parcel.path("actions");
      if (!actions.isArray()) {
        throw new Unreadable(where + "/actions", "expected a list of actions");
      }
      for (int a = 0; a < actions.size(); a++) {
        TrackingEvent event = event(waybill, actions.get(a), where + "/actions/" + a);
        String key = key(event);
        arrivals.putIfAbsent(key, new Arrival("tracking-event", key, waybill, event));
      }
    }
    return new Reading(hash(body), List.copyOf(arrivals.values()));
  }

  @Override
  public Answer taken(Reading reading) {
    return new Answer(200, Link.JSON, "{\"success\":true}");
  }

  @Override
  public Answer refused(Unreadable problem) {
    byte[] answer =
        Link.write(Map.of("success", false, "errorCode", "S01", "errorMsg", problem.getMessage()));
    return new Answer(400, Link.JSON, new String(answer, StandardCharsets.UTF_8));
  }

  private TrackingEvent event(String waybill, JsonNode action, String where) throws Unreadable {
    String code = required(action, "action", CODE, where);
    Instant at = time(action, where);
    Optional<StatusCodes.Meaning> meaning =
        codes.meaning(OPERATION, code, at.atZone(CHINA).toLocalDate());
    return new TrackingEvent(
        waybill,
        code,
        at,
        shortened(action, "city", 100),
        meaning.map(StatusCodes.Meaning::milestone).orElse(null),
        meaning.map(StatusCodes.Meaning::state).orElse(null),
        meaning.map(StatusCodes.Meaning::says).orElseGet(() -> shortened(action, "desc", 200)));
  }

  /** The platform numbers no actions: what happened, when and where is what makes it the same. */
  private static String key(TrackingEvent event) {
    return hash(
        String.join(
                "|",
                event.barcode(),
                event.code(),
                event.at().toString(),
                event.place() == null ? "" : event.place())
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String required(JsonNode holder, String field, Pattern shape, String where)
      throws Unreadable {
    String value = Link.text(holder, field);
    if (!shape.matcher(value).matches()) {
      throw new Unreadable(where + "/" + field, "expected " + shape.pattern());
    }
    return value;
  }

  private static Instant time(JsonNode action, String where) throws Unreadable {
    try {
      LocalDateTime at = LocalDateTime.parse(Link.text(action, "time"), TIME);
      if (at.getYear() >= EARLIEST && at.getYear() < LATEST) {
        return at.atZone(CHINA).toInstant();
      }
    } catch (DateTimeException misread) {
      // told below
    }
    throw new Unreadable(where + "/time", "expected China's time, as 2026-11-22 17:30:00");
  }

  private static String shortened(JsonNode holder, String field, int most) {
    String value = Link.text(holder, field).strip();
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
