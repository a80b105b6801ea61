package eu.perron.duties;

/** A file of rates that cannot be taken: which line, what, and how to mend it. */
public class UnreadableRates extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRates(String message) {
    super(message);
  }
}
