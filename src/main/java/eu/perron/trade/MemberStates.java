package eu.perron.trade;

import java.util.Set;

/** The states of the Union, by their two letters of ISO 3166-1. */
public final class MemberStates {
  private static final Set<String> CODES =
      Set.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
          "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

  private MemberStates() {}

  public static Set<String> codes() {
    return CODES;
  }

  public static boolean include(String country) {
    return CODES.contains(country);
  }
}
