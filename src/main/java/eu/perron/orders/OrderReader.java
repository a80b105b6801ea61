package eu.perron.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads an order and finds all that keeps us from taking it. What a clerk can mend later (a vague
 * description, an IOSS number of no member state, a missing part number) is not looked at here.
 */
@Component
class OrderReader {
  /** A seller's clock may go before ours, not by more than this. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
  private static final Pattern CARRIER = Pattern.compile("[a-z][a-z0-9-]{1,19}");

  private final LanesServed lanes;
  private final Clock clock;

  OrderReader(LanesServed lanes, Clock clock) {
    this.lanes = lanes;
    this.clock = clock;
  }

  /**
   * @return to be used only if there are no findings
   */
  OrderRequest read(JsonNode tree, Findings findings) {
    Fields order = new Fields(tree, "", findings, OrderFields.order());
    OrderRequest request =
        new OrderRequest(
            order.text("reference", 60),
            placedAt(order),
            OrderFields.vatScheme(order),
            order.optionalText("iossNumber", 20),
            order.oneOf("incoterm", Incoterm.class),
            order.oneOf("saleKind", SaleKind.class),
            currency(order),
            order.notNegative("transportCost", 12, 2),
            order.notNegative("insuranceCost", 12, 2),
            party(order.object("consignor", OrderFields.PARTY)),
            party(order.object("consignee", OrderFields.PARTY)),
            party(order.optionalObject("euResponsiblePerson", OrderFields.PARTY)),
            delivery(order.object("delivery", OrderFields.DELIVERY)),
            order.list("parcels", OrderFields.MOST_PARCELS, OrderFields.PARCEL).stream()
                .map(OrderReader::parcel)
                .toList(),
            order.list("lines", OrderFields.MOST_LINES, OrderFields.LINE).stream()
                .map(OrderReader::line)
                .toList());
    checkLane(request, findings);
    return request;
  }

  private Instant placedAt(Fields order) {
    Instant placedAt = order.moment("placedAt");
    if (placedAt == null) {
      return null;
    }
    if (placedAt.isAfter(clock.instant().plus(CLOCKS_DIFFER)) || placedAt.isBefore(EARLIEST)) {
      order.wrong(
          "placedAt",
          "not-now",
          "An order is placed in the past; this time is %s."
              .formatted(placedAt.isBefore(EARLIEST) ? "too long ago" : "in the future"));
      return null;
    }
    return placedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  static String currency(Fields order) {
    String code = order.text("currency", 255);
    if (code == null) {
      return null;
    }
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(
                each ->
                    each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0);
    if (!known) {
      order.wrong(
          "currency",
          "currency",
          "A currency is three capital letters of ISO 4217, such as EUR or CNY.");
      return null;
    }
    return code;
  }

  private static Party party(Fields party) {
    if (party == null) {
      return null;
    }
    return new Party(
        party.text("name", 140),
        party.text("street", 140),
        party.text("city", 70),
        party.text("postcode", 17),
        party.country("country"),
        party.optionalText("registration", 35),
        party.optionalMatching("email", EMAIL, "email", "This is not an e-mail address."),
        party.optionalText("phone", 35));
  }

  static Delivery delivery(Fields delivery) {
    if (delivery == null) {
      return null;
    }
    DeliveryService service = delivery.oneOf("service", DeliveryService.class);
    String pickupPoint = delivery.optionalText("pickupPoint", 40);
    if (service != null && service != DeliveryService.HOME && !delivery.has("pickupPoint")) {
      delivery.wrong("pickupPoint", "required", "%s needs to say which one.".formatted(service));
    }
    return new Delivery(
        service,
        pickupPoint,
        delivery.optionalMatching(
            "carrier", CARRIER, "carrier", "A carrier is named in small letters, such as bpost."));
  }

  static OrderRequest.Size parcel(Fields parcel) {
    return new OrderRequest.Size(
        parcel.positive("grossWeightKg", 5, 3),
        parcel.whole("lengthCm", 1000),
        parcel.whole("widthCm", 1000),
        parcel.whole("heightCm", 1000));
  }

  private static OrderLine line(Fields line) {
    return new OrderLine(
        line.optionalText("sku", 60),
        line.text("description", 512),
        OrderFields.hsCode(line),
        line.country("originCountry"),
        line.whole("quantity", 1_000_000),
        line.positive("unitPrice", 12, 2),
        line.positive("netWeightKg", 5, 3),
        OrderFields.optionalGtin(line),
        line.optionalText("manufacturerPartNumber", 60),
        OrderFields.optionalDangerousGoods(line));
  }

  /**
   * @return to be used only if there are no findings
   */
  static OrderCorrection correction(JsonNode tree, Findings findings) {
    Fields given =
        new Fields(
            tree, "", findings, "vatScheme", "iossNumber", "euResponsiblePerson", "lines", "note");
    OrderCorrection correction =
        new OrderCorrection(
            given.has("vatScheme") ? given.oneOf("vatScheme", VatScheme.class) : null,
            given.optionalText("iossNumber", 20),
            party(given.optionalObject("euResponsiblePerson", OrderFields.PARTY)),
            given.has("lines") ? correctedLines(given) : List.of(),
            given.optionalText("note", 1000));
    if (findings.none() && correction.isNothing()) {
      findings.wrong("", "required", "At least one thing must be mended.");
    }
    return correction;
  }

  private static List<OrderCorrection.Line> correctedLines(Fields correction) {
    return correction
        .list(
            "lines",
            OrderFields.MOST_LINES,
            "line",
            "sku",
            "description",
            "hsCode",
            "unitPrice",
            "gtin",
            "manufacturerPartNumber",
            "dangerousGoods")
        .stream()
        .map(OrderReader::correctedLine)
        .toList();
  }

  private static OrderCorrection.Line correctedLine(Fields line) {
    return new OrderCorrection.Line(
        line.whole("line", 99),
        line.optionalText("sku", 60),
        line.optionalText("description", 512),
        OrderFields.optionalHsCode(line),
        line.has("unitPrice") ? line.positive("unitPrice", 12, 2) : null,
        OrderFields.optionalGtin(line),
        line.optionalText("manufacturerPartNumber", 60),
        OrderFields.optionalDangerousGoods(line));
  }

  private void checkLane(OrderRequest request, Findings findings) {
    Party from = request.consignor();
    Party to = request.consignee();
    if (from == null || to == null || from.country() == null || to.country() == null) {
      return;
    }
    if (!lanes.today().contains(request.lane())) {
      findings.wrong(
          "/consignee/country",
          "no-such-lane",
          "We do not carry from %s to %s; our lanes are %s."
              .formatted(from.country(), to.country(), String.join(", ", lanes.today())));
    }
  }
}
