package eu.perron.exchange;

/**
 * What became of an arrival.
 *
 * @param unmatched nobody here knows what it is about yet: it is tried again for a while, then
 *     shown to a person
 * @param forAPerson it contradicts what we know and was not applied: shown to a person at once
 */
public record Outcome(boolean unmatched, boolean forAPerson, String why) {
  public static final Outcome APPLIED = new Outcome(false, false, null);

  public static Outcome unmatched(String why) {
    return new Outcome(true, false, why);
  }

  public static Outcome forAPerson(String why) {
    return new Outcome(false, true, why);
  }
}
