package eu.perron.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreeDocumentsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final ExportListing LISTING =
      new ExportListing(new CustomsCodes(CustomsCodesTest.OURS));
  private static final ThreeDocuments DRAWN =
      LISTING.documents(ExportListingTest.order("EUR", "91110000600037341L"), NOON);
  private static final ExportList LIST =
      LISTING.of(
          ExportListingTest.order("EUR", "91110000600037341L"),
          ExportDeclaration.lodged("PRN000000001", 1, "GUID", "A", NOON),
          null);

  @Test
  void whatIsDrawnUpFromOneOrderAgrees() {
    assertThat(DRAWN.disagreements(LIST)).isEmpty();
    assertThat(DRAWN.receipt().charge()).isEqualByComparingTo("41.00");
  }

  @Test
  void anotherChargeIsFoundWithBothAmounts() {
    PaymentReceipt paid = DRAWN.receipt();
    PaymentReceipt less =
        new PaymentReceipt(
            null,
            paid.orderNumber(),
            paid.ownerCode(),
            paid.ownerName(),
            new BigDecimal("40.00"),
            "502",
            paid.paidAt());

    assertThat(new ThreeDocuments(DRAWN.order(), less, DRAWN.waybill()).disagreements(LIST))
        .containsExactly(
            "order (CEB303) currency 300 is not receipt (CEB403) currency 502",
            "receipt (CEB403) charge 40 is not order (CEB303) goodsValue with freight and insurance"
                + " 41");
  }

  @Test
  void aParcelLighterThanItsGoodsIsFoundBetweenWaybillAndList() {
    assertThat(weighing("0.123", 2).disagreements(listWeighing("0.123")))
        .containsExactly(
            "waybill (CEB505) grossWeight 0.123 kg is less than list (CEB603) netWeight 0.42 kg");
  }

  @Test
  void anotherWeightOrNumberOfPackagesIsFound() {
    assertThat(weighing("1.141", 3).disagreements(LIST))
        .containsExactly(
            "waybill (CEB505) packNo 3 is not list (CEB603) packNo 2",
            "waybill (CEB505) grossWeight 1.141 is not list (CEB603) grossWeight 1.14");
  }

  @Test
  void anotherOwnerOrNumberIsFound() {
    PaymentReceipt paid = DRAWN.receipt();
    PaymentReceipt others =
        new PaymentReceipt(
            null, "PRN000000002", "OTHER", "n", paid.charge(), paid.currency(), paid.paidAt());

    assertThat(new ThreeDocuments(DRAWN.order(), others, DRAWN.waybill()).disagreements(LIST))
        .containsExactly(
            "order (CEB303) orderNo PRN000000001 is not receipt (CEB403) orderNo PRN000000002",
            "order (CEB303) ebcCode 91110000600037341L is not receipt (CEB403) ebcCode OTHER");
  }

  @Test
  void goodsThatDifferAreFoundByItemAndField() {
    SalesOrder sold = DRAWN.order();
    SalesOrder.Item second = sold.items().get(1);
    SalesOrder other =
        new SalesOrder(
            null,
            sold.orderNumber(),
            sold.orderType(),
            sold.ownerCode(),
            sold.ownerName(),
            sold.goodsValue(),
            sold.freight(),
            sold.currency(),
            List.of(
                sold.items().get(0),
                new SalesOrder.Item(
                    2,
                    second.articleNumber(),
                    "silk socks",
                    second.barcode(),
                    second.unit(),
                    4,
                    second.price(),
                    second.totalPrice())));

    assertThat(new ThreeDocuments(other, DRAWN.receipt(), DRAWN.waybill()).disagreements(LIST))
        .containsExactly(
            "order (CEB303) itemName of item 2 silk socks is not list (CEB603) gname of item 2 wool"
                + " socks, knitted, pair",
            "order (CEB303) qty of item 2 4 is not list (CEB603) qty of item 2 3",
            "order (CEB303) totalPrice of item 2 15 is not order (CEB303) qty times price of item 2"
                + " 20");
  }

  private static ThreeDocuments weighing(String kg, int packages) {
    HouseWaybill carried = DRAWN.waybill();
    return new ThreeDocuments(
        DRAWN.order(),
        DRAWN.receipt(),
        new HouseWaybill(
            null,
            carried.number(),
            carried.ownerCode(),
            carried.ownerName(),
            carried.freight(),
            carried.insurance(),
            carried.currency(),
            new BigDecimal(kg),
            packages,
            carried.goods()));
  }

  private static ExportList listWeighing(String kg) {
    return new ExportList(
        LIST.copNo(),
        LIST.guid(),
        LIST.changed(),
        LIST.declaredAt(),
        LIST.orderNumber(),
        LIST.ownerCode(),
        LIST.ownerName(),
        LIST.tradeMode(),
        LIST.statisticsFlag(),
        LIST.transportMode(),
        LIST.destination(),
        LIST.portOfDestination(),
        LIST.currency(),
        LIST.freight(),
        LIST.insurance(),
        LIST.wrapping(),
        LIST.packages(),
        new BigDecimal(kg),
        LIST.netWeightKg(),
        null,
        LIST.items());
  }
}
