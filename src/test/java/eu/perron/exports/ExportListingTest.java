package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportListingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final ExportDeclaration FIRST =
      ExportDeclaration.lodged("PRN000000001", 1, "GUID", "A", NOON);
  private final ExportListing listing = new ExportListing(new CustomsCodes(CustomsCodesTest.OURS));

  @Test
  void anOrderIsToldInTheCodesOfCustoms() {
    ExportList list = listing.of(order("EUR", "91110000600037341L"), FIRST, null);

    assertThat(list.copNo()).isEqualTo("PRN000000001-1");
    assertThat(list.changed()).isFalse();
    assertThat(list.tradeMode()).isEqualTo("9610");
    assertThat(list.currency()).isEqualTo("300");
    assertThat(list.destination()).isEqualTo("301");
    assertThat(list.packages()).isEqualTo(2);
    assertThat(list.grossWeightKg()).isEqualByComparingTo("1.140");
    ExportList.Item socks = list.items().get(1);
    assertThat(socks.number()).isEqualTo(2);
    assertThat(socks.tariffCode()).isEqualTo("6115960000");
    assertThat(socks.legalUnit()).isEqualTo("025");
    assertThat(socks.legalQuantity()).isEqualByComparingTo("3");
    assertThat(socks.totalPrice()).isEqualByComparingTo("15.00");
    assertThat(socks.barcode()).isEqualTo("无");
  }

  @Test
  void goodsWithoutAUnitOfTheirOwnAreWeighed() {
    ExportList.Item cream = listing.of(order("EUR", null), FIRST, null).items().get(0);

    assertThat(cream.legalUnit()).isEqualTo("035");
    assertThat(cream.legalQuantity()).isEqualByComparingTo("0.180");
  }

  @Test
  void aConsignorWithoutANumberIsDeclaredForByThePlatform() {
    assertThat(listing.of(order("EUR", null), FIRST, null).ownerCode()).hasSize(18);
    assertThatThrownBy(() -> listing.of(order("EUR", "BE 0123.456.789 and more"), FIRST, null))
        .hasMessageContaining("longer than the 18 characters");
  }

  @Test
  void aCurrencyWithoutACodeStopsTheOneOrder() {
    assertThatThrownBy(() -> listing.of(order("SEK", null), FIRST, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no currency code for SEK");
  }

  static Order order(String currency, String registration) {
    Party consignor =
        new Party(
            "Hangzhou Xihu Trading Co.",
            "Wensan Road 18",
            "Hangzhou",
            "310012",
            "CN",
            registration,
            null,
            null);
    Party consignee =
        new Party("A. Peeters", "Korenmarkt 1", "Gent", "9000", "BE", null, null, null);
    return new Order(
        "PRN000000001",
        "seller",
        "ref",
        "hash",
        NOON,
        NOON,
        VatScheme.IOSS,
        "IM0560000010",
        Incoterm.DDP,
        SaleKind.B2C,
        currency,
        new BigDecimal("6.00"),
        BigDecimal.ZERO,
        consignor,
        consignee,
        null,
        new Delivery(DeliveryService.HOME, null, null),
        "CN-BE",
        Stage.EXPORT_CLEARANCE,
        Status.IN_PROGRESS,
        true,
        null,
        List.of(
            new OrderLine(
                "SKU-1",
                "facial moisturising cream, 50 ml",
                "330499",
                "CN",
                2,
                new BigDecimal("10.00"),
                new BigDecimal("0.090"),
                "5412345000013",
                "MPN-1",
                null),
            new OrderLine(
                null,
                "wool socks, knitted, pair",
                "611596",
                "CN",
                3,
                new BigDecimal("5.00"),
                new BigDecimal("0.080"),
                null,
                null,
                null)),
        List.of(
            new Parcel("PRN00000000101", new BigDecimal("0.640"), 30, 20, 10),
            new Parcel("PRN00000000102", new BigDecimal("0.500"), 30, 20, 10)));
  }
}
