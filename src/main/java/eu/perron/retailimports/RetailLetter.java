package eu.perron.retailimports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order as Chinese retail import tells it; each of the four papers is written from it. All money
 * is yuan.
 *
 * @param number of this paper: order number, payment, parcel or list
 * @param guid of this paper
 * @param changed it was sent before, and something is different now
 * @param paid goods, transport, insurance and taxes
 */
public record RetailLetter(
    PaperKind kind,
    String number,
    String guid,
    boolean changed,
    Instant sentAt,
    String orderNumber,
    Instant placedAt,
    Buyer buyer,
    Consignee consignee,
    BigDecimal goods,
    BigDecimal freight,
    BigDecimal insurance,
    BigDecimal tax,
    BigDecimal paid,
    Codes codes,
    int packages,
    BigDecimal grossWeightKg,
    BigDecimal netWeightKg,
    List<Item> items) {

  public record Buyer(String name, String telephone, String idNumber) {}

  public record Consignee(String name, String telephone, String address) {}

  /**
   * @param origin of the parcel: the country it was sent from
   */
  public record Codes(
      String currency, String tradeMode, String transport, String wrapping, String origin) {}

  /**
   * @param legalQuantity in the unit of the tariff
   */
  public record Item(
      int number,
      String articleNumber,
      String tariffCode,
      String name,
      String model,
      String barcode,
      String origin,
      int quantity,
      String unit,
      BigDecimal legalQuantity,
      String legalUnit,
      BigDecimal price,
      BigDecimal totalPrice) {}
}
