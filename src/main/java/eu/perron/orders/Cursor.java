package eu.perron.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of orders ended; opaque outside. */
record Cursor(Instant placedAt, String number) {
  private static final Pattern INSIDE = Pattern.compile("(\\d{1,15})\\.([0-9A-Z]{12})");

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (placedAt.toEpochMilli() + "." + number).getBytes(StandardCharsets.US_ASCII));
  }

  static Optional<Cursor> parse(String text) {
    try {
      Matcher inside =
          INSIDE.matcher(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
      return inside.matches()
          ? Optional.of(
              new Cursor(Instant.ofEpochMilli(Long.parseLong(inside.group(1))), inside.group(2)))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
