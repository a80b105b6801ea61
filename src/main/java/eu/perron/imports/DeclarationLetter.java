package eu.perron.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A declaration as handed to the post room; data element numbers of the EU customs data model in
 * brackets.
 *
 * @param lrn local reference number [12 09]
 * @param kind H7 or H1
 * @param additionalProcedure [11 10], or null
 * @param inAdvance before the goods are presented: additional declaration type D [11 02], else A
 * @param orderNumber our reference for the consignment [12 08], the house air waybill too [12 05]
 * @param iossNumber the seller's, as additional fiscal reference FR5 [13 16]; null outside the
 *     one-stop shop
 */
public record DeclarationLetter(
    String lrn,
    String kind,
    String additionalProcedure,
    boolean inAdvance,
    String orderNumber,
    Instant declaredAt,
    Office office,
    Trader exporter,
    Trader importer,
    String iossNumber,
    Procedure procedure,
    String incoterm,
    String currency,
    BigDecimal transportCost,
    BigDecimal insuranceCost,
    BigDecimal grossMassKg,
    int packages,
    Documents documents,
    List<Item> items) {

  /**
   * @param customsOffice where the goods are
   * @param locationOfGoods [16 15]
   * @param declarant EORI number [13 05]
   * @param representative EORI number [13 06]
   * @param representativeStatus 2 direct, 3 indirect [13 06 030]
   */
  public record Office(
      String customsOffice,
      String locationOfGoods,
      String declarant,
      String representative,
      int representativeStatus) {}

  /** [13 01] and [13 04]. */
  public record Trader(
      String name,
      String identification,
      String street,
      String postcode,
      String city,
      String country) {}

  /** [11 09], [14 11] and [14 10]; the last two on an H1 only. */
  public record Procedure(
      String requested, String previous, String preference, String valuationMethod) {}

  /** Document types [12 01], [12 05] and [12 03]. */
  public record Documents(
      String previousType, String transportType, String invoiceType, String invoiceReference) {}

  /**
   * @param price of all its pieces, in the invoice's currency: intrinsic value [14 14] or amount
   *     invoiced [14 08]
   * @param identifiers the products' numbers, mandatory since 2026-11-01 (DR (EU) 2026/1022)
   */
  public record Item(
      int number,
      String description,
      String commodityCode,
      String originCountry,
      int quantity,
      BigDecimal price,
      BigDecimal netMassKg,
      BigDecimal grossMassKg,
      List<ProductIdentifier> identifiers) {}

  /**
   * @param kind MERCHANT, MANUFACTURER or STANDARD
   */
  public record ProductIdentifier(String kind, String value) {}
}
