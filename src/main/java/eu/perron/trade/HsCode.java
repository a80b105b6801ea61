package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;

/**
 * A code of the Harmonized System: six digits worldwide, eight of the Combined Nomenclature, ten of
 * TARIC or of China's tariff. Whether the line exists is for the tariff to say.
 */
public record HsCode(String value) implements Identifier {

  private static final int SUBHEADING = 6;

  public HsCode {
    Inspection inspection = Inspection.of(IdentifierKind.HS, value);
    inspection.digits(0, value.length());
    if (value.length() != SUBHEADING && value.length() != 8 && value.length() != 10) {
      throw inspection.refusal(
          Flaw.LENGTH,
          "An HS code has 6, 8 or 10 digits, this one has "
              + value.length()
              + mend(value.length()));
    }
    if (value.startsWith("00")) {
      throw inspection.refusal(
          Flaw.SHAPE, "The chapters of the Harmonized System begin at 01, not at 00.");
    }
  }

  public static HsCode parse(String given) {
    return Typed.read(given, Typed::compactWithoutDots, HsCode::new);
  }

  /** The subheading, on which all countries agree. */
  public HsCode hs6() {
    return value.length() == SUBHEADING ? this : new HsCode(value.substring(0, SUBHEADING));
  }

  public String heading() {
    return value.substring(0, 4);
  }

  public String chapter() {
    return value.substring(0, 2);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String mend(int length) {
    if (length > 10) {
      return ": leave out additional codes.";
    }
    return length % 2 == 1
        ? ": a 0, perhaps the first, is missing."
        : ": give the subheading or more.";
  }
}
