package eu.perron.unionexports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An export declaration as we owe it to customs.
 *
 * @param simplified goods of little value and weight: no statistical value, no masses by item
 * @param declaredAt the same at every resend
 * @param eori the exporter's; null if we know none
 */
public record ExportDeclarationLetter(
    String lrn,
    String orderNumber,
    boolean simplified,
    Instant declaredAt,
    Office office,
    Trader exporter,
    String eori,
    Trader consignee,
    String incoterm,
    String currency,
    BigDecimal invoiced,
    BigDecimal grossWeightKg,
    int packages,
    Documents documents,
    List<Item> items) {

  /**
   * Who declares, where the goods lie, and where they leave.
   *
   * @param declarationType EX
   * @param additionalType A (standard) or C (simplified)
   */
  public record Office(
      String declarationType,
      String additionalType,
      String export,
      String exit,
      String locationOfGoods,
      String declarant,
      String representative,
      String representativeStatus) {}

  public record Trader(String name, String street, String postcode, String city, String country) {}

  public record Documents(String invoiceType, String invoice, String transportType) {}

  /**
   * @param statisticalValueEur with its share of transport up to the border (99 06)
   */
  public record Item(
      int number,
      String requestedProcedure,
      String previousProcedure,
      String description,
      String commodityCode,
      String originCountry,
      int quantity,
      BigDecimal amount,
      BigDecimal statisticalValueEur,
      BigDecimal netWeightKg) {}
}
