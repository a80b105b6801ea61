package eu.perron.trade;

/**
 * Answers whether a text is an identifier, as a value: for people asking, not for code that has
 * one.
 */
public final class Identifiers {

  private Identifiers() {}

  public static IdentifierCheck check(IdentifierKind kind, String given) {
    try {
      Identifier identifier = kind.parse(given);
      return new IdentifierCheck(
          kind.pathName(), given, identifier.value(), true, identifier.doubt().orElse(null));
    } catch (InvalidIdentifier invalid) {
      return new IdentifierCheck(kind.pathName(), given, null, false, invalid.reason());
    }
  }
}
