package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;

/**
 * The number of the Belgian Crossroads Bank for Enterprises, which is also the VAT number after BE.
 * The last two digits are 97 less the first eight modulo 97.
 */
public record BelgianEnterpriseNumber(String value) implements Identifier {

  private static final int LENGTH = 10;
  private static final int MODULUS = 97;

  public BelgianEnterpriseNumber {
    Inspection inspection =
        Inspection.of(IdentifierKind.BE_ENTERPRISE, value)
            .length(LENGTH, LENGTH, "ten digits")
            .digits(0, LENGTH);
    if (value.charAt(0) > '1') {
      throw inspection.refusal(
          Flaw.SHAPE,
          "A Belgian enterprise number begins with 0 or 1, this one with " + value.charAt(0) + ".");
    }
    int wanted = MODULUS - Integer.parseInt(value.substring(0, 8)) % MODULUS;
    if (Integer.parseInt(value.substring(8)) != wanted) {
      throw inspection.refusal(
          Flaw.CHECK_DIGIT,
          "The last two digits are %s but the others call for %02d: at least one digit was mistyped."
              .formatted(value.substring(8), wanted));
    }
  }

  public static BelgianEnterpriseNumber parse(String given) {
    return Typed.read(given, BelgianEnterpriseNumber::normalise, BelgianEnterpriseNumber::new);
  }

  /** In the groups of the official extract: 0417.497.106. */
  @Override
  public String toString() {
    return value.substring(0, 4) + "." + value.substring(4, 7) + "." + value.substring(7);
  }

  /** VAT numbers from before 2005 had nine digits; a 0 in front makes them today's. */
  private static String normalise(String given) {
    String text = Typed.compactWithoutDots(given);
    String digits = text.startsWith("BE") ? text.substring(2) : text;
    return digits.length() == LENGTH - 1 ? "0" + digits : digits;
  }
}
