package eu.perron.exchange;

/**
 * What became of an arrival.
 *
 * @param unmatched nobody here knows what it is about yet: it is tried again for a while, then
 *     shown to a person
 */
public record Outcome(boolean unmatched, String why) {
  public static final Outcome APPLIED = new Outcome(false, null);

  public static Outcome unmatched(String why) {
    return new Outcome(true, why);
  }
}
