package eu.perron.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of the chain as it was at a moment, written down outside the database. */
record Anchor(long number, byte[] hash, Instant at, String mac) {
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}) (\\S{1,40}) ([0-9a-f]{32})");

  /** The mark in front of the first line. */
  static final String BEGINNING = "begin";

  static Anchor next(String macBefore, long number, byte[] hash, Instant at, AuditKey key) {
    String said = said(number, hash, at);
    return new Anchor(number, hash, at, HexFormat.of().formatHex(key.macOfAnchor(macBefore, said)));
  }

  static Optional<Anchor> read(String line) {
    Matcher parts = LINE.matcher(line);
    try {
      return parts.matches()
          ? Optional.of(
              new Anchor(
                  Long.parseLong(parts.group(1)),
                  HexFormat.of().parseHex(parts.group(2)),
                  Instant.parse(parts.group(3)),
                  parts.group(4)))
          : Optional.empty();
    } catch (java.time.DateTimeException noTime) {
      return Optional.empty();
    }
  }

  boolean isMarkedAfter(String macBefore, AuditKey key) {
    return next(macBefore, number, hash, at, key).mac.equals(mac);
  }

  String line() {
    return said(number, hash, at) + " " + mac + "\n";
  }

  private static String said(long number, byte[] hash, Instant at) {
    return number + " " + HexFormat.of().formatHex(hash) + " " + at;
  }
}
