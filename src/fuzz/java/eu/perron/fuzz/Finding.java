package eu.perron.fuzz;

/** An input that a parser should have read or refused, and did neither in due time and measure. */
public final class Finding extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Finding(String what, Throwable cause) {
    super(what, cause);
    if (cause != null) {
      // Jazzer tells findings apart by where they were thrown, not by where they were caught.
      setStackTrace(cause.getStackTrace());
    }
  }

  public static Finding of(String what) {
    return new Finding(what, null);
  }
}
