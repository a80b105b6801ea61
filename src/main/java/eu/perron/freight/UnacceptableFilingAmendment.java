package eu.perron.freight;

/** Why an entry summary cannot be amended so, in words for the clerk. */
public class UnacceptableFilingAmendment extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnacceptableFilingAmendment(String message) {
    super(message);
  }
}
