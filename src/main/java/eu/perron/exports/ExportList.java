package eu.perron.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The list of one order as China customs want it told, in their codes (message CEB603).
 *
 * @param changed this revision replaces one that was returned
 * @param ownerCode who made or sold the goods in China
 * @param destination code of the country they go to
 * @param note what was changed, for the officer; or null
 */
public record ExportList(
    String copNo,
    String guid,
    boolean changed,
    Instant declaredAt,
    String orderNumber,
    String ownerCode,
    String ownerName,
    String tradeMode,
    String statisticsFlag,
    String transportMode,
    String destination,
    String portOfDestination,
    String currency,
    BigDecimal freight,
    BigDecimal insurance,
    String wrapping,
    int packages,
    BigDecimal grossWeightKg,
    BigDecimal netWeightKg,
    String note,
    List<Item> items) {

  /**
   * @param model what tells the article from others of its name
   * @param legalQuantity in the unit the tariff prescribes for it
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
