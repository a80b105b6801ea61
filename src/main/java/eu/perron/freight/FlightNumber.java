package eu.perron.freight;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carrier and number in one spelling: airlines write {@code QR843}, {@code QR0843} and {@code
 * QR/0843}.
 */
public final class FlightNumber {
  private static final Pattern SPELLING =
      Pattern.compile("([A-Z][A-Z0-9]|[0-9][A-Z])/?([0-9]{1,4})([A-Z]?)");

  private FlightNumber() {}

  /**
   * Two characters of the carrier, four digits and perhaps a letter; empty if it is no flight
   * number.
   */
  public static Optional<String> normalise(String given) {
    Matcher spelt = SPELLING.matcher(given == null ? "" : given.strip().toUpperCase(Locale.ROOT));
    return spelt.matches()
        ? Optional.of(
            "%s%04d%s".formatted(spelt.group(1), Integer.parseInt(spelt.group(2)), spelt.group(3)))
        : Optional.empty();
  }
}
