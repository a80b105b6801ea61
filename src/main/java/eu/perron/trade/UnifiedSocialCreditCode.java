package eu.perron.trade;

/**
 * The number by which every organisation in China is registered (national standard GB 32100): 18
 * characters without I, O, S, V and Z, the last a check character modulo 31.
 */
public record UnifiedSocialCreditCode(String value) implements Identifier {

  private static final int LENGTH = 18;
  private static final int CHECK = 17;
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  public UnifiedSocialCreditCode {
    Inspection.of(IdentifierKind.CN_USCC, value)
        .length(LENGTH)
        .each(0, LENGTH, ALPHABET, "a digit or a letter other than I, O, S, V and Z")
        .checkCharacter(CHECK, checkCharacter(value));
  }

  public static UnifiedSocialCreditCode parse(String given) {
    return Typed.read(given, Typed::compact, UnifiedSocialCreditCode::new);
  }

  @Override
  public String toString() {
    return value;
  }

  private static char checkCharacter(String value) {
    int sum = 0;
    for (int i = 0; i < CHECK; i++) {
      sum += ALPHABET.indexOf(value.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
