package eu.perron.duties;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** To what a member state rounds each tax of each item, half up. */
enum Rounding {
  CENT(2),
  EURO(0);

  private final int decimals;

  Rounding(int decimals) {
    this.decimals = decimals;
  }

  /** With two decimals, as money is shown. */
  BigDecimal of(BigDecimal amount) {
    return amount.setScale(decimals, RoundingMode.HALF_UP).setScale(2);
  }
}
