package eu.perron.duties;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an order costs at the door, by the law of the day of acceptance. Money in {@code currency}:
 * euro in the Union, yuan in China.
 *
 * @param intrinsicValue the goods alone, which decides on the declaration
 * @param customsValue goods, transport and insurance
 * @param consumptionTax of a country that has one beside its VAT; null: it has none
 * @param vatRate in per cent; of the goods of the highest value where several rates apply, see the
 *     items
 * @param payableAtImport duty, fees and VAT that customs collects from the declarant
 * @param payableAtCheckout VAT that the seller takes from the consumer and declares in the one-stop
 *     shop
 * @param total goods, transport, insurance, duty, fees and VAT together
 * @param acceptedOn the day whose law this is
 */
public record LandedCost(
    String declaration,
    String additionalProcedure,
    @JsonFormat(shape = STRING) BigDecimal intrinsicValue,
    @JsonFormat(shape = STRING) BigDecimal customsValue,
    List<Item> items,
    @JsonFormat(shape = STRING) BigDecimal duty,
    @JsonInclude(NON_NULL) @JsonFormat(shape = STRING) BigDecimal consumptionTax,
    @JsonFormat(shape = STRING) BigDecimal vatBase,
    @JsonFormat(shape = STRING) BigDecimal vatRate,
    @JsonFormat(shape = STRING) BigDecimal vat,
    @JsonFormat(shape = STRING) BigDecimal fees,
    @JsonFormat(shape = STRING) BigDecimal payableAtImport,
    @JsonFormat(shape = STRING) BigDecimal payableAtCheckout,
    @JsonFormat(shape = STRING) BigDecimal total,
    String currency,
    LocalDate acceptedOn,
    List<Due> dues,
    List<Rule> rules,
    List<String> warnings) {

  /**
   * What customs counts as one: a tariff classification, not a piece.
   *
   * @param lines positions of the order's lines, from 0
   */
  public record Item(
      List<Integer> lines,
      String hsCode,
      String description,
      int quantity,
      @JsonFormat(shape = STRING) BigDecimal value,
      @JsonFormat(shape = STRING) BigDecimal customsValue,
      @JsonFormat(shape = STRING) BigDecimal duty,
      @JsonFormat(shape = STRING) BigDecimal fees,
      @JsonFormat(shape = STRING) BigDecimal vatBase,
      @JsonFormat(shape = STRING) BigDecimal vatRate,
      @JsonFormat(shape = STRING) BigDecimal vat) {}

  /**
   * Who pays what, and where.
   *
   * @param charge DUTY, CONSUMPTION_TAX, VAT or FEE
   * @param collectedAt CHECKOUT by the seller, IMPORT by customs
   * @param owedBy IOSS_HOLDER, PRESENTER or IMPORTER
   * @param consumerPays at the CHECKOUT, in the price, or at the DOOR, to the carrier
   * @param rules names of the rules that made the amount
   */
  public record Due(
      String charge,
      @JsonFormat(shape = STRING) BigDecimal amount,
      String collectedAt,
      String owedBy,
      String consumerPays,
      List<String> rules) {}

  /**
   * @param rule row of a decision table ({@code which-duty: ItemDuty}) or of a dated table
   * @param version of the decision table in force, or of the row
   * @param mark F found in the named source, U unverified, INVENTED for the demonstration
   * @param decides what it was asked for: declaration, duty, vat, fees, exchangeRate, payer, …
   */
  public record Rule(
      String rule, int version, LocalDate validFrom, String source, String mark, String decides) {}
}
