package eu.perron.connectors.belgium;

import java.util.Optional;

/** What the simulated office remembers of declarations until their goods are presented. */
interface LodgedInAdvance {
  /**
   * @param lot empty: an ordinary declaration
   * @param item number of the goods item whose description names the lot; null: none does
   * @param currency of that item's value, or null
   */
  record Case(String lot, Integer item, String currency) {}

  /** The same declaration twice is one. */
  void keep(String lrn, Case which);

  Optional<Case> find(String lrn);
}
