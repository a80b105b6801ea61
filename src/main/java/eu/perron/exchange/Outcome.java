package eu.perron.exchange;

/**
 * What became of an arrival.
 *
 * @param unmatched nobody here knows what it is about yet: it is tried again for a while, then
 *     shown to a person
 * @param number the order it was about, or the consignment if it concerns a whole flight; null if
 *     unmatched
 */
public record Outcome(boolean unmatched, String why, String number) {
  public static Outcome applied(String number) {
    return new Outcome(false, null, number);
  }

  public static Outcome unmatched(String why) {
    return new Outcome(true, why, null);
  }
}
