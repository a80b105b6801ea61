package eu.perron.exports;

import java.math.BigDecimal;

/**
 * What is carried for an order, as the logistics company tells it (message CEB505).
 *
 * @param dispatch null while it is only drawn up
 * @param number house air waybill, which is the order number
 */
public record HouseWaybill(
    Dispatch dispatch,
    String number,
    String ownerCode,
    String ownerName,
    BigDecimal freight,
    BigDecimal insurance,
    String currency,
    BigDecimal grossWeightKg,
    int packages,
    String goods) {

  HouseWaybill sent(Dispatch now) {
    return new HouseWaybill(
        now,
        number,
        ownerCode,
        ownerName,
        freight,
        insurance,
        currency,
        grossWeightKg,
        packages,
        goods);
  }
}
