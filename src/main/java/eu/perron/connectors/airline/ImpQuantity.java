package eu.perron.connectors.airline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code T41K509.0} or {@code P2K505.0T10}.
 *
 * @param extent T total, P part, S split, D divided
 */
record ImpQuantity(String extent, int pieces, BigDecimal weightKg) {
  private static final Pattern FORM =
      Pattern.compile(
          "([TPSD])([0-9]{1,6})(?:([KL])([0-9]{1,7}(?:\\.[0-9]{1,3})?))?(?:T[0-9]{1,6})?(?:[A-Z]{2}[0-9.]{1,12})?");
  private static final BigDecimal POUND = new BigDecimal("0.45359237");

  static Optional<ImpQuantity> of(String token) {
    Matcher quantity = FORM.matcher(token);
    if (!quantity.matches()) {
      return Optional.empty();
    }
    BigDecimal weight = quantity.group(4) == null ? null : new BigDecimal(quantity.group(4));
    if ("L".equals(quantity.group(3))) {
      weight = weight.multiply(POUND).setScale(3, RoundingMode.HALF_UP);
    }
    return Optional.of(
        new ImpQuantity(quantity.group(1), Integer.parseInt(quantity.group(2)), weight));
  }
}
