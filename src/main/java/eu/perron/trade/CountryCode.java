package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;
import java.util.Locale;
import java.util.Set;

/** A country by its two letters of ISO 3166-1. */
public record CountryCode(String value) {

  private static final String KIND = "country";
  private static final Set<String> ISO = Set.of(Locale.getISOCountries());

  public static final CountryCode BELGIUM = new CountryCode("BE");
  public static final CountryCode CHINA = new CountryCode("CN");

  public CountryCode {
    if (value == null || value.isEmpty()) {
      throw new InvalidIdentifier(
          KIND, value, Flaw.MISSING, "A country code is wanted here and nothing was given.");
    }
    if (!ISO.contains(value)) {
      throw new InvalidIdentifier(KIND, value, Flaw.NO_SUCH_COUNTRY, reason(value));
    }
  }

  public static CountryCode parse(String given) {
    return Typed.read(given, text -> Typed.upper(Typed.plain(text)), CountryCode::new);
  }

  public String displayName(Locale language) {
    return new Locale("", value).getDisplayCountry(language);
  }

  @Override
  public String toString() {
    return value;
  }

  /** ISO leaves XA to XZ to its users: customs has XI for Northern Ireland and XK for Kosovo. */
  static boolean isInUse(String code) {
    return ISO.contains(code) || code.charAt(0) == 'X';
  }

  private static String reason(String value) {
    return switch (value) {
      case "UK" -> "The code of the United Kingdom is GB, not UK.";
      case "EL" -> "The code of Greece is GR; EL is only for its VAT numbers.";
      default ->
          "There is no country of this code: a country is two letters of ISO 3166, such as BE or"
              + " CN.";
    };
  }
}
