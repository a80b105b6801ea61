package eu.perron.duties;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Divides an amount among items to the cent, so that the parts make the whole. */
final class Shares {
  private Shares() {}

  static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> shares = new ArrayList<>();
    BigDecimal weighed = BigDecimal.ZERO;
    BigDecimal given = BigDecimal.ZERO;
    for (int i = 0; i < weights.size(); i++) {
      weighed = weighed.add(weights.get(i));
      BigDecimal due =
          sum.signum() == 0 || i == weights.size() - 1
              ? whole
              : whole.multiply(weighed).divide(sum, 2, RoundingMode.HALF_UP);
      shares.add(due.subtract(given));
      given = due;
    }
    return shares;
  }
}
