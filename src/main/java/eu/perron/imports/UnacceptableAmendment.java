package eu.perron.imports;

/** Why a declaration cannot be amended so, in words for the clerk. */
public class UnacceptableAmendment extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnacceptableAmendment(String message) {
    super(message);
  }
}
