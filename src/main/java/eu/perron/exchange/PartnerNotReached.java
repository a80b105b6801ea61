package eu.perron.exchange;

/** There was no line to the partner: not a byte of the message left us. */
public class PartnerNotReached extends PartnerUnavailable {
  public PartnerNotReached(String why, Throwable cause) {
    super(why, cause);
  }
}
