package eu.perron.trade;

import eu.perron.trade.InvalidIdentifier.Flaw;

/**
 * Local reference number: the name a declarant gives his declaration (data element 12 09, an..22,
 * no blanks). Small letters stay: to the declarant they may tell two declarations apart.
 */
public record Lrn(String value) implements Identifier {

  private static final int MOST = 22;

  public Lrn {
    Inspection inspection =
        Inspection.of(IdentifierKind.LRN, value).length(1, MOST, "at most 22 characters");
    for (int i = 0; i < value.length(); i++) {
      char found = value.charAt(i);
      if (found <= ' ' || found > '~') {
        throw inspection.refusal(
            Flaw.CHARACTER,
            found == ' '
                ? "An LRN has no blanks, this one has one after character " + i + "."
                : "Character "
                    + (i + 1)
                    + " is "
                    + Inspection.shown(found)
                    + " where a plain letter, digit or sign must stand.");
      }
    }
  }

  public static Lrn parse(String given) {
    return Typed.read(given, Typed::plain, Lrn::new);
  }

  @Override
  public String toString() {
    return value;
  }
}
