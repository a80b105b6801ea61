package eu.perron.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** A mass in kilograms, to the gram. */
public record Weight(BigDecimal kg) implements Comparable<Weight> {

  private static final int DECIMALS = 3;
  private static final int MOST_DIGITS = 12;
  private static final int MOST_DECIMALS = 12;

  public static final Weight ZERO = new Weight(BigDecimal.ZERO);

  /** Rounded half up to the gram. */
  public Weight {
    BigDecimal shortest = Objects.requireNonNull(kg, "kg").stripTrailingZeros();
    if (shortest.signum() < 0) {
      throw new IllegalArgumentException("Nothing weighs less than nothing");
    }
    if ((long) shortest.precision() - shortest.scale() > MOST_DIGITS
        || shortest.scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "A weight has at most %d digits before the point and %d after it"
              .formatted(MOST_DIGITS, MOST_DECIMALS));
    }
    kg = shortest.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  public static Weight ofKg(BigDecimal kg) {
    return new Weight(kg);
  }

  public static Weight ofKg(String kg) {
    return new Weight(new BigDecimal(kg));
  }

  public static Weight ofGrams(long grams) {
    return new Weight(BigDecimal.valueOf(grams, DECIMALS));
  }

  public Weight plus(Weight other) {
    return new Weight(kg.add(other.kg));
  }

  public Weight times(long count) {
    return new Weight(kg.multiply(BigDecimal.valueOf(count)));
  }

  public boolean isZero() {
    return kg.signum() == 0;
  }

  @Override
  public int compareTo(Weight other) {
    return kg.compareTo(other.kg);
  }

  /** "0.640 kg". */
  @Override
  public String toString() {
    return kg.toPlainString() + " kg";
  }
}
