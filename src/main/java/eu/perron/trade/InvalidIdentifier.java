package eu.perron.trade;

/** A text is not the identifier it is said to be. The reason is fit to be shown to who typed it. */
public final class InvalidIdentifier extends IllegalArgumentException {

  private static final int SHOWN = 60;

  /** What is wrong, for callers that treat one fault differently from another. */
  public enum Flaw {
    MISSING,
    LENGTH,
    CHARACTER,
    SHAPE,
    /** The country or member state it names does not exist. */
    NO_SUCH_COUNTRY,
    CHECK_DIGIT
  }

  private final String kind;
  private final String given;
  private final Flaw flaw;
  private final String reason;

  InvalidIdentifier(String kind, String given, Flaw flaw, String reason) {
    super(kind + " \"" + abridged(given) + "\": " + reason);
    this.kind = kind;
    this.given = given;
    this.flaw = flaw;
    this.reason = reason;
  }

  /** The same refusal, of the text as it was typed. */
  InvalidIdentifier asTyped(String typed) {
    InvalidIdentifier same = new InvalidIdentifier(kind, typed, flaw, reason);
    same.setStackTrace(getStackTrace());
    return same;
  }

  /** The path name of its {@link IdentifierKind}, or {@code country}. */
  public String kind() {
    return kind;
  }

  public String given() {
    return given;
  }

  public Flaw flaw() {
    return flaw;
  }

  public String reason() {
    return reason;
  }

  /**
   * Strangers write this text and logs print it: no control characters, no length of their
   * choosing.
   */
  private static String abridged(String given) {
    if (given == null) {
      return "";
    }
    String start = given.length() <= SHOWN ? given : given.substring(0, SHOWN) + "…";
    return start.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
