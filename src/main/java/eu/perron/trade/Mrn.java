package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;
import java.util.Optional;

/**
 * Movement reference number: the name customs gives a declaration. Year, country, twelve or
 * thirteen characters, since 2024 the letter of the procedure (EU transit and export message
 * schemas), and a check digit. In 2024 both forms were issued.
 */
public record Mrn(String value) implements Identifier {

  private static final int LENGTH = 18;
  private static final int PROCEDURE = 16;
  private static final int CHECK = 17;
  private static final int FIRST_YEAR_WITH_LETTER = 24;

  public Mrn {
    Inspection inspection =
        Inspection.of(IdentifierKind.MRN, value)
            .length(LENGTH)
            .digits(0, 2)
            .letters(2, 4)
            .country(2)
            .alphanumeric(4, CHECK)
            .digits(CHECK, LENGTH);
    if (yearOf(value) > FIRST_YEAR_WITH_LETTER
        && Inspection.DIGITS.indexOf(value.charAt(PROCEDURE)) >= 0) {
      throw inspection.refusal(
          Flaw.SHAPE,
          "Since 2025 the last but one character of an MRN is the letter of the procedure, here it"
              + " is "
              + Inspection.shown(value.charAt(PROCEDURE))
              + ".");
    }
    inspection.checkCharacter(CHECK, checkDigit(value));
  }

  public static Mrn parse(String given) {
    return Typed.read(given, Typed::compact, Mrn::new);
  }

  /** As a customs office issues one. */
  public static Mrn of(int year, String country, String twelve, char procedureLetter) {
    if (year < 2000 + FIRST_YEAR_WITH_LETTER || year > 2099) {
      throw new IllegalArgumentException(
          "MRNs of this form are issued from 2024 to 2099, not in " + year);
    }
    Inspection.of(IdentifierKind.MRN, country).length(2, 2, "a country of two letters");
    Inspection.of(IdentifierKind.MRN, twelve)
        .length(12, 12, "twelve characters between the country and the letter of the procedure");
    String first17 = "%02d%s%s%c".formatted(year % 100, country, twelve, procedureLetter);
    Inspection.of(IdentifierKind.MRN, first17 + "0").length(LENGTH).letters(PROCEDURE, CHECK);
    return new Mrn(first17 + checkDigit(first17));
  }

  public int year() {
    return 2000 + yearOf(value);
  }

  /** The country whose customs issued it; XI is Northern Ireland. */
  public String country() {
    return value.substring(2, 4);
  }

  /** A letter in an MRN of 2024 may be one by chance of the older form. */
  public Optional<Character> procedureLetter() {
    char letter = value.charAt(PROCEDURE);
    return yearOf(value) >= FIRST_YEAR_WITH_LETTER && Inspection.LETTERS.indexOf(letter) >= 0
        ? Optional.of(letter)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }

  private static int yearOf(String value) {
    return (value.charAt(0) - '0') * 10 + value.charAt(1) - '0';
  }

  /**
   * The sum of the first 17 values times 2 to the power of their position, modulo 11, of which 10
   * becomes 0. Letters count from A = 10 without multiples of 11, as on shipping containers (ISO
   * 6346).
   */
  private static char checkDigit(String value) {
    int sum = 0;
    for (int i = 0; i < CHECK; i++) {
      sum += worth(value.charAt(i)) << i;
    }
    return (char) ('0' + sum % 11 % 10);
  }

  private static int worth(char c) {
    if (c <= '9') {
      return c - '0';
    }
    int plain = c - 'A' + 10;
    return plain + (c > 'A' ? 1 : 0) + (c > 'K' ? 1 : 0) + (c > 'U' ? 1 : 0);
  }
}
