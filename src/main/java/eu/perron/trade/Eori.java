package eu.perron.trade;

import java.util.Optional;

/**
 * Economic operators registration and identification number: a country and up to fifteen characters
 * (customs message schemas). It carries no check digit; only the register knows whether it is in
 * use.
 */
public record Eori(String value) implements Identifier {

  private static final int LEAST = 3;
  private static final int MOST = 17;
  private static final String PRINTABLE = printable();

  public Eori {
    Inspection.of(IdentifierKind.EORI, value)
        .length(LEAST, MOST, "3 to 17 characters")
        .letters(0, 2)
        .country(0)
        .each(2, value.length(), PRINTABLE, "a plain letter, digit or sign");
  }

  public static Eori parse(String given) {
    return Typed.read(given, Eori::normalise, Eori::new);
  }

  /** How a Belgian enterprise is known to customs. */
  public static Eori of(BelgianEnterpriseNumber enterprise) {
    return new Eori("BE" + enterprise.value());
  }

  public String country() {
    return value.substring(0, 2);
  }

  /**
   * That a Belgian one is BE and the enterprise number is what practitioners say, not what a
   * published rule says: worth a look, no ground for a refusal.
   */
  @Override
  public Optional<String> doubt() {
    if (!country().equals("BE")) {
      return Optional.empty();
    }
    try {
      new BelgianEnterpriseNumber(value.substring(2));
      return Optional.empty();
    } catch (InvalidIdentifier notAnEnterprise) {
      return Optional.of(
          "A Belgian EORI number is normally BE and the ten digits of the enterprise number. "
              + notAnEnterprise.reason());
    }
  }

  @Override
  public String toString() {
    return value;
  }

  /** The schema allows signs inside, so they go only where they surely separate. */
  private static String normalise(String given) {
    String text = Typed.without(Typed.upper(Typed.plain(given)), " ");
    if (text.startsWith("BE")) {
      return Typed.without(text, "-.");
    }
    int number = 2;
    while (number < text.length() && "-.".indexOf(text.charAt(number)) >= 0) {
      number++;
    }
    return number > 2 ? text.substring(0, 2) + text.substring(number) : text;
  }

  private static String printable() {
    StringBuilder all = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      all.append(c);
    }
    return all.toString();
  }
}
