package eu.perron.trade;

/**
 * Serial shipping container code (GS1): 18 digits, the last a check digit over weights 3, 1, 3, 1 …
 * from the right. On labels it follows its application identifier 00.
 */
public record Sscc(String value) implements Identifier {

  private static final int LENGTH = 18;
  private static final int CHECK = 17;
  private static final String APPLICATION_IDENTIFIER = "00";

  public Sscc {
    Inspection.of(IdentifierKind.SSCC, value)
        .length(LENGTH, LENGTH, "18 digits, or 20 with the 00 of the label")
        .digits(0, LENGTH)
        .checkCharacter(CHECK, checkDigit(value));
  }

  /** With or without the application identifier, in brackets or not. */
  public static Sscc parse(String given) {
    return Typed.read(given, Sscc::normalise, Sscc::new);
  }

  /** Extension digit, company prefix and serial, 17 digits in all; the check digit is added. */
  public static Sscc of(String first17) {
    Inspection.of(IdentifierKind.SSCC, first17)
        .length(CHECK, CHECK, "17 digits before the check digit")
        .digits(0, CHECK);
    return new Sscc(first17 + checkDigit(first17));
  }

  /** As the label carries it, 00 in front; {@link #value()} is without. */
  @Override
  public String toString() {
    return APPLICATION_IDENTIFIER + value;
  }

  private static String normalise(String given) {
    String text = Typed.without(Typed.compact(given), "()");
    return text.length() == LENGTH + 2 && text.startsWith(APPLICATION_IDENTIFIER)
        ? text.substring(2)
        : text;
  }

  private static char checkDigit(String value) {
    int sum = 0;
    for (int i = 0; i < CHECK; i++) {
      sum += (value.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
