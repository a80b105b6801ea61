package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;

/** Looks a normalised text over, position by position, and says in words what is wrong with it. */
final class Inspection {

  static final String DIGITS = "0123456789";
  static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String ALPHANUMERIC = DIGITS + LETTERS;

  private final IdentifierKind kind;
  private final String value;

  private Inspection(IdentifierKind kind, String value) {
    this.kind = kind;
    this.value = value;
  }

  static Inspection of(IdentifierKind kind, String value) {
    Inspection inspection = new Inspection(kind, value);
    if (value == null || value.isEmpty()) {
      throw inspection.refusal(
          Flaw.MISSING, kind.noun() + " is wanted here and nothing was given.");
    }
    return inspection;
  }

  Inspection length(int wanted) {
    return length(wanted, wanted, wanted + " characters");
  }

  Inspection length(int least, int most, String called) {
    int length = value.length();
    if (length >= least && length <= most) {
      return this;
    }
    String mend =
        length < least
            ? (least - length) + (least - length == 1 ? " is" : " are") + " missing."
            : (length - most) + (length - most == 1 ? " is" : " are") + " too many.";
    throw refusal(
        Flaw.LENGTH, kind.noun() + " has " + called + ", this one has " + length + ": " + mend);
  }

  /**
   * @param from the first position, from 0
   * @param to the position after the last
   * @param called what may stand there, as in "where a digit must stand"
   */
  Inspection each(int from, int to, String alphabet, String called) {
    for (int i = from; i < to; i++) {
      char found = value.charAt(i);
      if (alphabet.indexOf(found) < 0) {
        throw refusal(
            Flaw.CHARACTER,
            "Character "
                + (i + 1)
                + " is "
                + shown(found)
                + " where "
                + called
                + " must stand"
                + mixUp(found, alphabet)
                + ".");
      }
    }
    return this;
  }

  Inspection digits(int from, int to) {
    return each(from, to, DIGITS, "a digit");
  }

  Inspection letters(int from, int to) {
    return each(from, to, LETTERS, "a letter A to Z");
  }

  Inspection alphanumeric(int from, int to) {
    return each(from, to, ALPHANUMERIC, "a letter A to Z or a digit");
  }

  Inspection country(int at) {
    String country = value.substring(at, at + 2);
    if (!CountryCode.isInUse(country)) {
      throw refusal(
          Flaw.NO_SUCH_COUNTRY,
          "There is no country "
              + country
              + ": characters "
              + (at + 1)
              + " and "
              + (at + 2)
              + " must be an ISO country code such as BE or CN.");
    }
    return this;
  }

  Inspection checkCharacter(int at, char wanted) {
    if (value.charAt(at) != wanted) {
      throw refusal(
          Flaw.CHECK_DIGIT,
          "The check character is "
              + shown(value.charAt(at))
              + " but the others call for "
              + shown(wanted)
              + ": at least one character was mistyped; compare it with the document.");
    }
    return this;
  }

  InvalidIdentifier refusal(Flaw flaw, String reason) {
    return new InvalidIdentifier(kind.pathName(), value, flaw, reason);
  }

  static String shown(char found) {
    return found > ' ' && found <= '~' || Character.isLetter(found)
        ? "\"" + found + "\""
        : String.format("U+%04X", (int) found);
  }

  private static String mixUp(char found, String alphabet) {
    String looksLike =
        switch (found) {
          case 'O' -> "0";
          case 'I', 'L' -> "1";
          case 'S' -> "5";
          case 'Z' -> "2";
          case 'B' -> "8";
          case '0' -> "O";
          case '1' -> "I";
          default -> "";
        };
    return looksLike.isEmpty() || !alphabet.contains(looksLike)
        ? ""
        : "; perhaps " + looksLike + " was meant";
  }
}
