package eu.perron.duties;

/** A file of debits that cannot be taken: which line, what, and how to mend it. */
public class UnreadableDebits extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableDebits(String message) {
    super(message);
  }
}
