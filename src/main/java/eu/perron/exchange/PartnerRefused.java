package eu.perron.exchange;

/**
 * The partner read the message and will not take it; trying again cannot help. What it answered is
 * kept with the message, sealed; the reason given here is not, so it says nothing about persons.
 */
public class PartnerRefused extends RuntimeException {
  private final transient Reply answer;

  public PartnerRefused(String why) {
    this(why, Reply.NONE);
  }

  public PartnerRefused(String why, Reply answer) {
    super(why);
    this.answer = answer;
  }

  Reply answer() {
    return answer;
  }
}
