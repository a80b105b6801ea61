package eu.perron.retailimports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What one article bears: duty, consumption tax and value added tax in yuan, each rounded half up
 * to the fen.
 *
 * <p>Within the limits duty is 0, and consumption tax and VAT are due at a share (70 %); above the
 * single limit all three are due in full. Consumption tax is part of the price it is reckoned on:
 * (value + duty) / (1 - rate) x rate.
 */
public record CompositeTax(BigDecimal duty, BigDecimal consumptionTax, BigDecimal vat) {
  static final CompositeTax NONE =
      new CompositeTax(new BigDecimal("0.00"), new BigDecimal("0.00"), new BigDecimal("0.00"));
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @param value goods with their share of transport and insurance, in yuan
   * @param sharePercent how much of consumption tax and VAT is due
   */
  static CompositeTax reduced(BigDecimal value, Rates rates, BigDecimal sharePercent) {
    return of(value, BigDecimal.ZERO, rates, percent(sharePercent));
  }

  static CompositeTax inFull(BigDecimal value, Rates rates) {
    return of(value, value.multiply(percent(rates.duty())), rates, BigDecimal.ONE);
  }

  private static CompositeTax of(BigDecimal value, BigDecimal duty, Rates rates, BigDecimal share) {
    BigDecimal consumption = percent(rates.consumption());
    BigDecimal consumptionTax =
        value
            .add(duty)
            .multiply(consumption)
            .divide(BigDecimal.ONE.subtract(consumption), MathContext.DECIMAL128);
    BigDecimal vat = value.add(duty).add(consumptionTax).multiply(percent(rates.vat()));
    return new CompositeTax(
        rounded(duty), rounded(consumptionTax.multiply(share)), rounded(vat.multiply(share)));
  }

  CompositeTax plus(CompositeTax other) {
    return new CompositeTax(
        duty.add(other.duty), consumptionTax.add(other.consumptionTax), vat.add(other.vat));
  }

  public BigDecimal total() {
    return duty.add(consumptionTax).add(vat);
  }

  /** In per cent, by the goods. */
  record Rates(BigDecimal duty, BigDecimal consumption, BigDecimal vat) {
    /** What VAT is reckoned on: consumption tax is part of it, in full. */
    BigDecimal vatBase(BigDecimal valueAndDuty) {
      return rounded(
          valueAndDuty.divide(
              BigDecimal.ONE.subtract(percent(consumption)), MathContext.DECIMAL128));
    }
  }

  private static BigDecimal percent(BigDecimal rate) {
    return rate.divide(HUNDRED, MathContext.DECIMAL128);
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
