package eu.perron.exchange;

/**
 * The partner could not be reached or did not answer in time; the message stays ours and is tried
 * again.
 */
public class PartnerUnavailable extends RuntimeException {
  public PartnerUnavailable(String why, Throwable cause) {
    super(why, cause);
  }
}
