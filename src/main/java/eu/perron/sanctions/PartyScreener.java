package eu.perron.sanctions;

/** Compares a party with the list in force; fails closed. */
public interface PartyScreener {
  /**
   * @param least score from which a resemblance is told
   */
  Screened screen(NamedParty party, int least);
}
