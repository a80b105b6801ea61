package eu.perron.exports;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells an order in the words of China customs. */
@Component
class ExportListing {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** InventoryList repeats at most 100 times in CEB603. */
  private static final int MOST_ITEMS = 100;

  private static final int LONGEST_OWNER = 18;

  private final CustomsCodes codes;

  ExportListing(CustomsCodes codes) {
    this.codes = codes;
  }

  ExportList of(Order order, ExportDeclaration declaration, String note) {
    if (order.lines().size() > MOST_ITEMS) {
      throw new IllegalStateException(
          "Order %s has %d lines; an export list takes %d"
              .formatted(order.number(), order.lines().size(), MOST_ITEMS));
    }
    LocalDate day = LocalDate.ofInstant(declaration.declaredAt(), CHINA);
    String currency = codes.of("currency", order.currency(), day);
    return new ExportList(
        declaration.copNo(),
        declaration.guid(),
        declaration.revision() > 1,
        declaration.declaredAt(),
        order.number(),
        owner(order, day),
        order.consignor().name(),
        codes.of("trade-mode", order.saleKind().name(), day),
        declaration.statisticsFlag(),
        codes.of("transport", "AIR", day),
        codes.of("country", order.consignee().country(), day),
        codes.of("port-of-destination", "LGG", day),
        currency,
        order.transportCost(),
        order.insuranceCost(),
        codes.of("wrapping", "PARCEL", day),
        order.parcels().size(),
        order.grossWeightKg(),
        order.netWeightKg(),
        note,
        IntStream.range(0, order.lines().size())
            .mapToObj(i -> item(i + 1, order.lines().get(i), day))
            .toList());
  }

  /** A simplified, B aggregated monthly. */
  String statisticsFlag(Order order, Instant now) {
    return codes.of("statistics", order.saleKind().name(), LocalDate.ofInstant(now, CHINA));
  }

  /** Order, receipt and waybill, each from what the order itself says, so that they can differ. */
  ThreeDocuments documents(Order order, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, CHINA);
    String owner = owner(order, day);
    String ownerName = order.consignor().name();
    String currency = codes.of("currency", order.currency(), day);
    String unit = codes.of("unit", "PIECE", day);
    return new ThreeDocuments(
        new SalesOrder(
            null,
            order.number(),
            codes.of("order-type", order.saleKind().name(), day),
            owner,
            ownerName,
            order.goodsValue(),
            order.transportCost(),
            currency,
            IntStream.range(0, order.lines().size())
                .mapToObj(i -> sold(i + 1, order.lines().get(i), unit, day))
                .toList()),
        new PaymentReceipt(
            null,
            order.number(),
            owner,
            ownerName,
            order.goodsValue().add(order.transportCost()).add(order.insuranceCost()),
            currency,
            order.placedAt()),
        new HouseWaybill(
            null,
            order.number(),
            owner,
            ownerName,
            order.transportCost(),
            order.insuranceCost(),
            currency,
            order.grossWeightKg(),
            order.parcels().size(),
            order.goods()));
  }

  private SalesOrder.Item sold(int number, OrderLine line, String unit, LocalDate day) {
    return new SalesOrder.Item(
        number,
        firstOf(line.sku(), String.valueOf(number)),
        line.description(),
        firstOf(line.gtin(), codes.of("absent", "barcode", day)),
        unit,
        line.quantity(),
        line.unitPrice(),
        line.price());
  }

  private String owner(Order order, LocalDate day) {
    String registration = order.consignor().registration();
    if (registration == null || registration.isBlank()) {
      return codes.of("owner", "unregistered", day);
    }
    if (registration.strip().length() > LONGEST_OWNER) {
      throw new IllegalStateException(
          "Order %s: the consignor's registration is longer than the %d characters of "
                  .formatted(order.number(), LONGEST_OWNER)
              + "a number in China; correct it and try again");
    }
    return registration.strip();
  }

  private ExportList.Item item(int number, OrderLine line, LocalDate day) {
    String legalUnit = codes.ofTariff("legal-unit", line.hsCode(), day);
    BigDecimal quantity = BigDecimal.valueOf(line.quantity());
    return new ExportList.Item(
        number,
        firstOf(line.sku(), String.valueOf(number)),
        tariffCode(line.hsCode()),
        line.description(),
        firstOf(line.manufacturerPartNumber(), line.sku(), codes.of("absent", "model", day)),
        firstOf(line.gtin(), codes.of("absent", "barcode", day)),
        codes.of("country", line.originCountry(), day),
        line.quantity(),
        codes.of("unit", "PIECE", day),
        legalUnit.equals(codes.of("unit", "KG", day))
            ? line.netWeightKg().multiply(quantity)
            : quantity,
        legalUnit,
        line.unitPrice(),
        line.price());
  }

  /**
   * Ten digits in the message; simplified declaration looks at the first four (GACC, edition
   * 202205).
   */
  private static String tariffCode(String hsCode) {
    return hsCode + "0".repeat(Math.max(0, 10 - hsCode.length()));
  }

  private static String firstOf(String... candidates) {
    return Stream.of(candidates)
        .filter(candidate -> candidate != null && !candidate.isBlank())
        .findFirst()
        .orElseThrow();
  }
}
