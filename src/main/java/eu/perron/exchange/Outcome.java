package eu.perron.exchange;

/**
 * What became of an arrival.
 *
 * @param unmatched nobody here knows what it is about yet: it is tried again for a while, then
 *     shown to a person
 * @param forAPerson it contradicts what we know and was not applied: shown to a person at once
 * @param number the order it was about, or the consignment if it concerns a whole flight; null if
 *     it was not applied
 */
public record Outcome(boolean unmatched, boolean forAPerson, String why, String number) {
  public static Outcome applied(String number) {
    return new Outcome(false, false, null, number);
  }

  public static Outcome unmatched(String why) {
    return new Outcome(true, false, why, null);
  }

  public static Outcome forAPerson(String why) {
    return new Outcome(false, true, why, null);
  }
}
