package eu.perron.trade;

import java.util.Optional;

/**
 * The number of a postal item (UPU standard S10): two letters of the service, eight digits, a check
 * digit, the country that issued it.
 */
public record S10(String value) implements Identifier {

  private static final int LENGTH = 13;
  private static final int CHECK = 10;
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
  private static final String RESERVED = "JKSTW";

  public S10 {
    Inspection.of(IdentifierKind.S10, value)
        .length(LENGTH)
        .letters(0, 2)
        .digits(2, CHECK + 1)
        .letters(CHECK + 1, LENGTH)
        .country(CHECK + 1)
        .checkCharacter(CHECK, checkDigit(value));
  }

  public static S10 parse(String given) {
    return Typed.read(given, Typed::compact, S10::new);
  }

  /** As a post issues one. */
  public static S10 of(String service, String serial8digits, String country) {
    Inspection.of(IdentifierKind.S10, service).length(2, 2, "a service of two letters");
    Inspection.of(IdentifierKind.S10, serial8digits)
        .length(8, 8, "eight digits before the check digit");
    String withoutCheck = service + serial8digits;
    Inspection.of(IdentifierKind.S10, withoutCheck).letters(0, 2).digits(2, CHECK);
    return new S10(withoutCheck + checkDigit(withoutCheck) + country);
  }

  /**
   * Two letters, the first of which tells the service: E express, C parcel, R registered, L
   * tracked.
   */
  public String service() {
    return value.substring(0, 2);
  }

  public String country() {
    return value.substring(CHECK + 1);
  }

  @Override
  public Optional<String> doubt() {
    return RESERVED.indexOf(value.charAt(0)) < 0
        ? Optional.empty()
        : Optional.of(
            "Service letters beginning with "
                + value.charAt(0)
                + " are reserved: no post should have issued this number yet.");
  }

  @Override
  public String toString() {
    return value;
  }

  private static char checkDigit(String value) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (value.charAt(i + 2) - '0') * WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return switch (check) {
      case 10 -> '0';
      case 11 -> '5';
      default -> (char) ('0' + check);
    };
  }
}
