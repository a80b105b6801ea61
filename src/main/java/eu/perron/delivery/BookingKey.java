package eu.perron.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our reference for one booking of an order's label; booking again after a refusal makes another
 * one.
 */
record BookingKey(String orderNumber, int booking) {
  private static final Pattern SHAPE = Pattern.compile("([A-Z0-9]{1,12})-(\\d{1,6})");

  static Optional<BookingKey> parse(String text) {
    Matcher match = SHAPE.matcher(text == null ? "" : text);
    return match.matches()
        ? Optional.of(new BookingKey(match.group(1), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return orderNumber + "-" + booking;
  }
}
