package eu.perron.imports;

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

/** An order from Hangzhou to Ghent, in words. */
public final class ExampleOrder {
  public static final String NUMBER = "PR26112200A1";
  private final List<OrderLine> lines = new ArrayList<>();
  private VatScheme vatScheme = VatScheme.IOSS;
  private SaleKind saleKind = SaleKind.B2C;
  private String currency = "EUR";
  private String carriage = "0.00";
  private String consignee = "A. Peeters";
  private String number = NUMBER;

  public static ExampleOrder anOrder() {
    return new ExampleOrder();
  }

  public ExampleOrder of(int quantity, String description, String hsCode, String unitPrice) {
    String sku = "SKU-" + (lines.size() + 1);
    lines.add(
        new OrderLine(
            sku,
            description,
            hsCode,
            "CN",
            quantity,
            new BigDecimal(unitPrice),
            new BigDecimal("0.180"),
            null,
            "XH-" + hsCode,
            null));
    return this;
  }

  public ExampleOrder under(VatScheme scheme) {
    vatScheme = scheme;
    return this;
  }

  public ExampleOrder soldAs(SaleKind kind) {
    saleKind = kind;
    return this;
  }

  public ExampleOrder in(String code) {
    currency = code;
    return this;
  }

  public ExampleOrder carriedFor(String cost) {
    carriage = cost;
    return this;
  }

  public ExampleOrder numbered(String other) {
    number = other;
    return this;
  }

  public ExampleOrder to(String name) {
    consignee = name;
    return this;
  }

  public Order placed() {
    Instant placedAt = Instant.parse("2026-11-22T03:12:45Z");
    return new Order(
        number,
        "seller",
        number.equals(NUMBER) ? "TB-20261122-000017" : number,
        "0".repeat(64),
        placedAt,
        placedAt,
        vatScheme,
        vatScheme == VatScheme.IOSS ? "IM0560000010" : null,
        Incoterm.DDP,
        saleKind,
        currency,
        new BigDecimal(carriage),
        new BigDecimal("0.00"),
        new Party(
            "Hangzhou Xihu Trading Co.",
            "Wensan Road 18",
            "Hangzhou",
            "310012",
            "CN",
            "91110000600037341L",
            null,
            null),
        new Party(
            consignee,
            "Korenmarkt 1",
            "Gent",
            "9000",
            "BE",
            null,
            "a.peeters@example.org",
            "+32470000000"),
        null,
        new Delivery(DeliveryService.HOME, null, null),
        "CN-BE",
        Stage.IMPORT_CLEARANCE,
        Status.IN_PROGRESS,
        true,
        null,
        List.copyOf(lines),
        List.of(new Parcel(number + "01", new BigDecimal("0.640"), 30, 20, 10)));
  }
}
