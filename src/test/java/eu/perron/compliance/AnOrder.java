package eu.perron.compliance;

import eu.perron.orders.Delivery;
import eu.perron.orders.DeliveryService;
import eu.perron.orders.Incoterm;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Parcel;
import eu.perron.orders.Party;
import eu.perron.orders.SaleKind;
import eu.perron.orders.Stage;
import eu.perron.orders.Status;
import eu.perron.orders.VatScheme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An ordinary order from Ningbo to Namur, and what makes it a less ordinary one. */
final class AnOrder {
  static final OrderLine KETTLE = article("enamelled steel kettle, 2 litres", "732394", "24.00");
  private static final Instant NOVEMBER = Instant.parse("2026-11-20T08:00:00Z");

  private String number = "KTL000000001";
  private String iossNumber = "IM3720000224";
  private VatScheme vatScheme = VatScheme.IOSS;
  private SaleKind saleKind = SaleKind.B2C;
  private String currency = "EUR";
  private String consignee = "Odile Renard";
  private Party responsible = party("Ardenne Conformity SRL", "BE");
  private final List<OrderLine> lines = new ArrayList<>();

  static AnOrder of(OrderLine... lines) {
    AnOrder order = new AnOrder();
    order.lines.addAll(List.of(lines));
    return order;
  }

  static OrderLine article(String description, String hsCode, String price) {
    return new OrderLine(
        "K-17",
        description,
        hsCode,
        "CN",
        1,
        new BigDecimal(price),
        new BigDecimal("0.400"),
        null,
        "NB-2209",
        null);
  }

  static OrderLine dangerous(
      String description, String hsCode, String price, String dangerousGoods) {
    OrderLine plain = article(description, hsCode, price);
    return new OrderLine(
        plain.sku(),
        description,
        hsCode,
        "CN",
        1,
        plain.unitPrice(),
        plain.netWeightKg(),
        null,
        plain.manufacturerPartNumber(),
        dangerousGoods);
  }

  static OrderLine without(OrderLine line, boolean sku, boolean partNumber) {
    return new OrderLine(
        sku ? null : line.sku(),
        line.description(),
        line.hsCode(),
        line.originCountry(),
        line.quantity(),
        line.unitPrice(),
        line.netWeightKg(),
        null,
        partNumber ? null : line.manufacturerPartNumber(),
        null);
  }

  AnOrder numbered(String given) {
    number = given;
    return this;
  }

  AnOrder ioss(String given) {
    iossNumber = given;
    return this;
  }

  AnOrder vat(VatScheme given) {
    vatScheme = given;
    iossNumber = null;
    return this;
  }

  AnOrder sold(SaleKind given) {
    saleKind = given;
    return this;
  }

  AnOrder in(String given) {
    currency = given;
    return this;
  }

  AnOrder to(String name) {
    consignee = name;
    return this;
  }

  AnOrder responsible(Party given) {
    responsible = given;
    return this;
  }

  Order order() {
    return new Order(
        number,
        "seller-1",
        "ref-" + number,
        "0".repeat(64),
        NOVEMBER,
        NOVEMBER,
        vatScheme,
        iossNumber,
        Incoterm.DDP,
        saleKind,
        currency,
        new BigDecimal("3.00"),
        new BigDecimal("0.00"),
        party("Ningbo Harbour Wares Ltd", "CN"),
        party(consignee, "BE"),
        responsible,
        new Delivery(DeliveryService.HOME, null, null),
        "CN-BE",
        Stage.ACCEPTED,
        Status.IN_PROGRESS,
        false,
        null,
        List.copyOf(lines),
        List.of(new Parcel(number + "01", new BigDecimal("0.900"), 20, 20, 20)));
  }

  static Party party(String name, String country) {
    return new Party(
        name, "Quay 1", "Namur", "5000", country, null, "someone@example.org", "+3281000000");
  }
}
