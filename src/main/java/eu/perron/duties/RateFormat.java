package eu.perron.duties;

import java.nio.charset.StandardCharsets;

/** In what shape rates are published. */
public enum RateFormat {
  /** {@code eurofxref-daily.xml}, {@code -hist-90d.xml}, {@code -hist.xml}. */
  ECB_XML,
  /** {@code eurofxref.csv} and {@code eurofxref-hist.csv}. */
  ECB_CSV,
  /** A month's table: {@code currency,per_euro,valid_from,valid_to}. */
  CUSTOMS_CSV;

  /** By its first signs. */
  static RateFormat of(byte[] content) {
    String start =
        new String(content, 0, Math.min(content.length, 400), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .strip();
    if (start.startsWith("<")) {
      return ECB_XML;
    }
    if (start.startsWith("Date")) {
      return ECB_CSV;
    }
    if (start.toLowerCase(java.util.Locale.ROOT).startsWith("currency")) {
      return CUSTOMS_CSV;
    }
    throw new UnreadableRates(
        "It begins with none of what we know: <?xml (eurofxref XML), Date, (eurofxref CSV), or"
            + " currency, (a month's customs table).");
  }
}
