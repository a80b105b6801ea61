package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;
import java.util.Map;

/**
 * Import one-stop-shop number: IM, the ISO number of the member state of identification, six digits
 * and a check digit. How the check digit is made is not published, so it is not looked at.
 */
public record IossNumber(String value) implements Identifier {

  private static final int LENGTH = 12;

  /** 900 is Northern Ireland, which the scheme treats as a member state. */
  private static final Map<String, String> MEMBER_STATES =
      Map.ofEntries(
          Map.entry("040", "AT"),
          Map.entry("056", "BE"),
          Map.entry("100", "BG"),
          Map.entry("191", "HR"),
          Map.entry("196", "CY"),
          Map.entry("203", "CZ"),
          Map.entry("208", "DK"),
          Map.entry("233", "EE"),
          Map.entry("246", "FI"),
          Map.entry("250", "FR"),
          Map.entry("276", "DE"),
          Map.entry("300", "GR"),
          Map.entry("348", "HU"),
          Map.entry("372", "IE"),
          Map.entry("380", "IT"),
          Map.entry("428", "LV"),
          Map.entry("440", "LT"),
          Map.entry("442", "LU"),
          Map.entry("470", "MT"),
          Map.entry("528", "NL"),
          Map.entry("616", "PL"),
          Map.entry("620", "PT"),
          Map.entry("642", "RO"),
          Map.entry("703", "SK"),
          Map.entry("705", "SI"),
          Map.entry("724", "ES"),
          Map.entry("752", "SE"),
          Map.entry("900", "XI"));

  public IossNumber {
    Inspection inspection = Inspection.of(IdentifierKind.IOSS, value);
    if (value.startsWith("IN")) {
      throw inspection.refusal(
          Flaw.SHAPE,
          "IN numbers name an intermediary and cannot stand on a declaration. Give the IM number"
              + " the intermediary obtained for this seller.");
    }
    if (!value.startsWith("IM")) {
      throw inspection.refusal(
          Flaw.SHAPE, "An IOSS number begins with IM, then come ten digits, as in IM0560000010.");
    }
    inspection.length(LENGTH).digits(2, LENGTH);
    if (!MEMBER_STATES.containsKey(value.substring(2, 5))) {
      throw inspection.refusal(
          Flaw.NO_SUCH_COUNTRY,
          value.substring(2, 5)
              + " after IM is not the number of an EU member state (Belgium is 056, Ireland 372)."
              + " No member state issued this number: ask the seller for the letter of"
              + " registration.");
    }
  }

  public static IossNumber parse(String given) {
    return Typed.read(given, Typed::compact, IossNumber::new);
  }

  /** The two letters of the member state that issued it; XI is Northern Ireland. */
  public String memberState() {
    return MEMBER_STATES.get(value.substring(2, 5));
  }

  @Override
  public String toString() {
    return value;
  }
}
