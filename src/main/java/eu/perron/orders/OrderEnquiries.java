package eu.perron.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads an order about which something is asked only: as strictly as one that is placed, but nobody
 * need be named, and it may go where we do not carry.
 */
@Component
public class OrderEnquiries {
  private final OrderBody body;

  OrderEnquiries(OrderBody body) {
    this.body = body;
  }

  public OrderEnquiry read(InputStream stream) throws IOException {
    JsonNode tree = body.tree(stream);
    Findings findings = new Findings();
    OrderEnquiry enquiry = read(tree, findings);
    OrderBody.check(findings, "order");
    return enquiry;
  }

  private static OrderEnquiry read(JsonNode tree, Findings findings) {
    Fields order = new Fields(tree, "", findings, OrderFields.order("acceptedOn"));
    VatScheme vatScheme = OrderFields.vatScheme(order);
    LocalDate acceptedOn = order.optionalDay("acceptedOn");
    Instant placedAt = order.has("placedAt") ? order.moment("placedAt") : null;
    Party consignor = party(order.optionalObject("consignor", OrderFields.PARTY));
    Party consignee = party(order.object("consignee", OrderFields.PARTY));
    Delivery delivery =
        OrderReader.delivery(order.optionalObject("delivery", OrderFields.DELIVERY));
    Order asked =
        new Order(
            null,
            null,
            order.optionalText("reference", 60),
            null,
            placedAt,
            null,
            vatScheme,
            order.optionalText("iossNumber", 20),
            order.oneOf("incoterm", Incoterm.class),
            order.oneOf("saleKind", SaleKind.class),
            OrderReader.currency(order),
            order.notNegative("transportCost", 12, 2),
            order.notNegative("insuranceCost", 12, 2),
            consignor,
            consignee,
            party(order.optionalObject("euResponsiblePerson", OrderFields.PARTY)),
            delivery,
            null,
            null,
            null,
            false,
            null,
            lines(order, findings),
            parcels(order));
    return new OrderEnquiry(asked, acceptedOn);
  }

  private static Party party(Fields party) {
    return party == null
        ? null
        : new Party(
            party.optionalText("name", 140),
            party.optionalText("street", 140),
            party.optionalText("city", 70),
            party.optionalText("postcode", 17),
            party.country("country"),
            party.optionalText("registration", 35),
            party.optionalText("email", 254),
            party.optionalText("phone", 35));
  }

  private static List<Parcel> parcels(Fields order) {
    List<Parcel> parcels = new ArrayList<>();
    if (order.has("parcels")) {
      order.list("parcels", OrderFields.MOST_PARCELS, OrderFields.PARCEL).stream()
          .map(OrderReader::parcel)
          .forEach(
              size ->
                  parcels.add(
                      new Parcel(
                          null,
                          size.grossWeightKg(),
                          size.lengthCm(),
                          size.widthCm(),
                          size.heightCm())));
    }
    return parcels;
  }

  private static List<OrderLine> lines(Fields order, Findings findings) {
    List<OrderLine> lines =
        order.list("lines", OrderFields.MOST_LINES, OrderFields.LINE).stream()
            .map(OrderEnquiries::line)
            .toList();
    if (findings.none() && lines.stream().allMatch(line -> line.quantity() == 0)) {
      order.wrong(
          "lines",
          "nothing-left",
          "Every line is cancelled (quantity 0): nothing is declared and nothing is owed.");
    }
    return lines;
  }

  private static OrderLine line(Fields line) {
    return new OrderLine(
        line.optionalText("sku", 60),
        line.text("description", 512),
        OrderFields.hsCode(line),
        line.has("originCountry") ? line.country("originCountry") : null,
        line.wholeOrNone("quantity", 1_000_000),
        line.positive("unitPrice", 12, 2),
        line.has("netWeightKg") ? line.positive("netWeightKg", 5, 3) : BigDecimal.ZERO,
        line.optionalText("gtin", 14),
        line.optionalText("manufacturerPartNumber", 60),
        line.optionalText("dangerousGoods", 20));
  }
}
