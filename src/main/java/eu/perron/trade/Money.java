package eu.perron.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in a currency. It holds what it was given, so a price may have more decimals than the
 * currency; a product is rounded, half up, to the smallest coin.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  private static final Currency EURO = Currency.getInstance("EUR");
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DECIMALS = 12;

  /** The amount always has at least the currency's decimals and no needless ones beyond them. */
  public Money {
    Objects.requireNonNull(currency, "currency");
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(currency + " is not money one can pay with");
    }
    BigDecimal shortest = Objects.requireNonNull(amount, "amount").stripTrailingZeros();
    if ((long) shortest.precision() - shortest.scale() > MOST_DIGITS
        || shortest.scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "An amount has at most %d digits before the point and %d after it"
              .formatted(MOST_DIGITS, MOST_DECIMALS));
    }
    amount = shortest.setScale(Math.max(shortest.scale(), currency.getDefaultFractionDigits()));
  }

  public static Money of(BigDecimal amount, String currency) {
    return new Money(amount, Currency.getInstance(currency));
  }

  public static Money of(String amount, String currency) {
    return of(new BigDecimal(amount), currency);
  }

  public static Money eur(BigDecimal amount) {
    return new Money(amount, EURO);
  }

  public static Money eur(String amount) {
    return eur(new BigDecimal(amount));
  }

  public static Money eur(long amount) {
    return eur(BigDecimal.valueOf(amount));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money times(BigDecimal factor) {
    return coins(amount.multiply(factor));
  }

  public Money times(long factor) {
    return times(BigDecimal.valueOf(factor));
  }

  /** Half up to the smallest coin. */
  public Money rounded() {
    return coins(amount);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  /** "12.50 EUR". */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }

  private Money coins(BigDecimal exact) {
    return new Money(
        exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          other + " cannot be reckoned with " + this + " without an exchange rate");
    }
    return other;
  }
}
