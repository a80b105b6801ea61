package eu.perron.connectors.cainiao;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.connectors.Unreadable;
import eu.perron.connectors.simulators.Books;
import eu.perron.connectors.simulators.LetterBox;
import eu.perron.house.PerronSettings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A Cainiao that lives here. It knows only what it is sent: the goods tell the case ({@code lot
 * GTABSENT}), our reference makes the waybill code, and the code carries the case for later wishes.
 */
@Component("simulatedCainiao")
@Profile("simulators")
@Transactional
public class SimulatedCainiao {
  private static final Pattern LOT = Pattern.compile("\\blot (GT[A-Z]+)");
  private static final Pattern WAYBILL = Pattern.compile("78\\d{22}");
  private static final String HUB = "杭州";
  private static final int ALPHABET = 36;
  private static final int LONGEST = 12;
  private static final long LABELLING_SECONDS = 2;

  private final LetterBox letterBox;
  private final Books books;
  private final CainiaoSettings settings;
  private final double pace;
  private final Clock clock;

  SimulatedCainiao(
      LetterBox letterBox,
      Books books,
      CainiaoSettings settings,
      PerronSettings house,
      Clock clock) {
    this.letterBox = letterBox;
    this.books = books;
    this.settings = settings;
    this.pace = house.demo().pace();
    this.clock = clock;
  }

  /** What happens, how long after booking at pace 1. */
  private record Action(String code, int afterSeconds, String says) {}

  private enum Course {
    ORDINARY(
        new Action("GOT", 4, "已揽收"),
        new Action("ARRIVAL", 10, "到达分拨中心"),
        new Action("SENT_SCAN", 20, "派送中"),
        new Action("SIGNED", 30, "已签收")),
    GTADDR(ORDINARY),
    GTABSENT(
        new Action("GOT", 4, "已揽收"),
        new Action("SENT_SCAN", 16, "派送中"),
        new Action("FAILED", 22, "派送失败"),
        new Action("UNDELIVERABLE", 30, "无法派送")),
    GTREFUSE(
        new Action("GOT", 4, "已揽收"),
        new Action("SENT_SCAN", 16, "派送中"),
        new Action("REJECT", 24, "拒收"),
        new Action("RETURN", 30, "退回中"),
        new Action("RETURN_SIGNED", 50, "退回签收"));

    private final List<Action> actions;

    Course(Action... actions) {
      this.actions = List.of(actions);
    }

    Course(Course like) {
      this.actions = like.actions;
    }

    static Course of(String goods) {
      Matcher lot = LOT.matcher(goods);
      return lot.find()
          ? Arrays.stream(values())
              .filter(course -> course.name().equals(lot.group(1)))
              .findFirst()
              .orElse(ORDINARY)
          : ORDINARY;
    }
  }

  private static final List<Action> AGAIN =
      List.of(new Action("SENT_SCAN", 6, "再次派送"), new Action("SIGNED", 12, "已签收"));
  private static final List<Action> BACK =
      List.of(new Action("RETURN", 6, "退回中"), new Action("RETURN_SIGNED", 20, "退回签收"));

  /** {@code POST /link}: one address for all that is asked. */
  public void answer(Exchange exchange) {
    byte[] body = exchange.getMessage().getBody(byte[].class);
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, Link.JSON);
    exchange.getMessage().setBody(Link.write(answer(body == null ? new byte[0] : body)));
  }

  private Map<String, Object> answer(byte[] body) {
    try {
      Link.Opened wish = Link.open(body, settings.secret());
      String reference = Link.text(wish.content(), "reference");
      books.enter("cainiao", body, List.of(new Books.Entry(wish.type(), reference, reference)));
      return switch (wish.type()) {
        case CainiaoComposers.GET_WAYBILL -> book(wish.content(), reference);
        case CainiaoComposers.REDELIVER -> obey(wish.content(), AGAIN);
        case CainiaoComposers.INTERCEPT -> obey(wish.content(), BACK);
        default -> error("S02", "msg_type " + wish.type() + " is not known here");
      };
    } catch (Unreadable fault) {
      return error("S01", fault.getMessage());
    }
  }

  private Map<String, Object> book(JsonNode wish, String reference) {
    List<Map<String, Object>> waybills = new ArrayList<>();
    StringBuilder label = new StringBuilder();
    Course course = Course.ORDINARY;
    for (JsonNode parcel : wish.path("parcels")) {
      course = Course.of(parcel.path("goods").asText(""));
      String code = waybill(reference, waybills.size(), course);
      waybills.add(Map.of("objectId", parcel.path("objectId").asText(""), "waybillCode", code));
      label.append("^XA^FO40,40^BCN,120^FD").append(code).append("^FS^XZ\n");
    }
    if (waybills.isEmpty()) {
      return error("B01", "A waybill has one parcel or more");
    }
    if (course == Course.GTADDR && reference.endsWith("-1")) {
      return error("B02", "The address is not in the delivery area");
    }
    announce(
        waybills.stream().map(each -> each.get("waybillCode").toString()).toList(), course.actions);
    return Map.of(
        "success",
        true,
        "waybills",
        waybills,
        "printData",
        Base64.getEncoder().encodeToString(label.toString().getBytes(StandardCharsets.US_ASCII)));
  }

  private Map<String, Object> obey(JsonNode wish, List<Action> actions) {
    List<String> known = new ArrayList<>();
    for (JsonNode code : wish.path("waybillCodes")) {
      if (WAYBILL.matcher(code.asText("")).matches()) {
        known.add(code.asText());
      }
    }
    if (known.isEmpty()) {
      return error("B03", "None of these waybills is here");
    }
    announce(known, actions);
    return Map.of("success", true);
  }

  private void announce(List<String> waybills, List<Action> actions) {
    Instant now = clock.instant();
    for (int n = 0; n < actions.size(); n++) {
      Action action = actions.get(n);
      // At any pace after the label was there, and a second apart: the platform tells no finer
      // time.
      Instant at =
          now.plusSeconds(
              Math.max(LABELLING_SECONDS, Math.round(action.afterSeconds() * pace)) + n);
      Map<String, Object> told = new TreeMap<>();
      told.put("action", action.code());
      told.put("desc", action.says());
      told.put("time", ActionReader.TIME.format(at.atZone(ActionReader.CHINA)));
      told.put("city", HUB);
      List<Map<String, Object>> parcels =
          waybills.stream()
              .map(
                  code ->
                      (Map<String, Object>)
                          new TreeMap<String, Object>(
                              Map.of("waybillCode", code, "actions", List.of(told))))
              .toList();
      letterBox.post(
          "cainiao",
          ActionReader.OPERATION,
          Link.FORM,
          Link.close(
              settings.provider(), settings.secret(), "TMS_TRACE_PUSH", Map.of("parcels", parcels)),
          Duration.ofSeconds(action.afterSeconds()));
    }
  }

  private static String waybill(String reference, int position, Course course) {
    String order =
        Optional.of(reference.lastIndexOf('-'))
            .filter(hyphen -> hyphen > 0)
            .map(hyphen -> reference.substring(0, hyphen))
            .orElse(reference)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]", "0");
    String last = order.substring(Math.max(0, order.length() - LONGEST));
    BigInteger number = new BigInteger(last.isEmpty() ? "0" : last, ALPHABET);
    return "78%019d%d%02d".formatted(number, course.ordinal(), position % 100);
  }

  private static Map<String, Object> error(String code, String message) {
    return Map.of("success", false, "errorCode", code, "errorMsg", message);
  }
}
