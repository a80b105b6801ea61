package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;

/**
 * The number of a (master) air waybill: three digits of the airline, seven of the serial and a
 * check digit, which is those seven modulo 7. An airline may use a number again after some time.
 */
public record AirWaybillNumber(String value) implements Identifier {

  private static final int HYPHEN = 3;
  private static final int ROOT = 4;
  private static final int CHECK = 11;
  private static final int LENGTH = 12;
  private static final int LAST_ROOT = 9_999_999;

  /** The value has its hyphen, so that stored, sent and printed are the same. */
  public AirWaybillNumber {
    Inspection inspection = Inspection.of(IdentifierKind.AWB, value);
    if (value.length() <= HYPHEN || value.charAt(HYPHEN) != '-') {
      throw inspection.refusal(
          Flaw.SHAPE, "An air waybill number is three digits, a hyphen and eight digits.");
    }
    if (value.length() != LENGTH) {
      throw inspection.refusal(
          Flaw.LENGTH,
          "An air waybill number has 3 digits of the airline and 8 of the serial, the serial of"
              + " this one has "
              + (value.length() - ROOT)
              + ".");
    }
    inspection.digits(0, HYPHEN).digits(ROOT, LENGTH);
    int wanted = Integer.parseInt(value.substring(ROOT, CHECK)) % 7;
    if (value.charAt(CHECK) != '0' + wanted) {
      throw inspection.refusal(
          Flaw.CHECK_DIGIT,
          "The last digit is "
              + value.charAt(CHECK)
              + " but the seven before it call for "
              + wanted
              + ": at least one digit was mistyped.");
    }
  }

  public static AirWaybillNumber parse(String given) {
    return Typed.read(given, AirWaybillNumber::normalise, AirWaybillNumber::new);
  }

  public static AirWaybillNumber of(String prefix, String serial7) {
    Inspection.of(IdentifierKind.AWB, prefix)
        .length(HYPHEN, HYPHEN, "a prefix of three digits")
        .digits(0, HYPHEN);
    Inspection.of(IdentifierKind.AWB, serial7)
        .length(7, 7, "a serial of seven digits before the check digit")
        .digits(0, 7);
    return numbered(prefix, Integer.parseInt(serial7));
  }

  /** The next of a stock: airlines hand out ranges, used in steps of one before the check digit. */
  public AirWaybillNumber next() {
    int root = Integer.parseInt(value.substring(ROOT, CHECK));
    if (root == LAST_ROOT) {
      throw new IllegalStateException("No air waybill number comes after " + value);
    }
    return numbered(prefix(), root + 1);
  }

  public String prefix() {
    return value.substring(0, HYPHEN);
  }

  /** Eight digits, the check digit among them. */
  public String serial() {
    return value.substring(ROOT);
  }

  @Override
  public String toString() {
    return value;
  }

  private static AirWaybillNumber numbered(String prefix, int root) {
    return new AirWaybillNumber("%s-%07d%d".formatted(prefix, root, root % 7));
  }

  private static String normalise(String given) {
    String digits = Typed.compact(given);
    return digits.length() < HYPHEN
        ? digits
        : digits.substring(0, HYPHEN) + "-" + digits.substring(HYPHEN);
  }
}
