package eu.perron.connectors.china;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.w3c.dom.Element;

/** Numbers that the simulated offices give: the same thing is always numbered alike. */
final class OfficeNumbers {
  private OfficeNumbers() {}

  /**
   * Of a list: office, year, direction and nine digits.
   *
   * @param direction E for export, I for import
   */
  static String list(Element head, char direction, String copNo) {
    return CebXml.text(head, "customsCode")
        + CebXml.text(head, "appTime").substring(0, 4)
        + direction
        + digits(copNo, 9);
  }

  static String digits(String of, int count) {
    BigInteger number =
        new BigInteger(
                1,
                UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .getBytes(StandardCharsets.US_ASCII))
            .mod(BigInteger.TEN.pow(count));
    return "0".repeat(count - number.toString().length()) + number;
  }

  static String uuid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
        .toString()
        .toUpperCase(Locale.ROOT);
  }
}
