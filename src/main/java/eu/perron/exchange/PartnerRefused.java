package eu.perron.exchange;

/** The partner read the message and will not take it; trying again cannot help. */
public class PartnerRefused extends RuntimeException {
  public PartnerRefused(String why) {
    super(why);
  }
}
