package eu.perron.imports;

/** A file that we do not take: too large, too many, or of no kind that customs opens. */
public final class UnacceptableDocument extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong with it, for programs. */
  public enum Code {
    EMPTY,
    TOO_LARGE,
    TOO_MANY,
    WRONG_TYPE
  }

  private final Code code;

  UnacceptableDocument(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
