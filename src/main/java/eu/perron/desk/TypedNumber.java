package eu.perron.desk;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A number as people type it: digits, with a point or a comma. */
final class TypedNumber {
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,9})?");

  private TypedNumber() {}

  /**
   * @throws NumberFormatException if it is none; an exponent is none, for some fill the memory
   */
  static BigDecimal parse(String typed) {
    String plain = typed == null ? "" : typed.strip();
    if (!PLAIN.matcher(plain).matches()) {
      throw new NumberFormatException(plain);
    }
    return new BigDecimal(plain.replace(',', '.'));
  }
}
