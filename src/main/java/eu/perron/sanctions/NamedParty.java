package eu.perron.sanctions;

/**
 * Whoever is compared with the list.
 *
 * @param country ISO 3166 alpha-2; null if unknown
 */
public record NamedParty(String name, String street, String postcode, String city, String country) {

  /** The same words at the same place are the same party. */
  String identity() {
    return String.join(" ", NameWords.of(name))
        + "|"
        + String.join(" ", NameWords.of(String.join(" ", said(street), said(postcode), said(city))))
        + "|"
        + said(country);
  }

  private static String said(String part) {
    return part == null ? "" : part;
  }
}
