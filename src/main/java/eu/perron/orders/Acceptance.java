package eu.perron.orders;

/**
 * @param order ours, whether new or known before
 */
record Acceptance(Kind kind, Order order) {
  enum Kind {
    NEW,
    /** The same seller sent the same again. */
    REPEATED,
    /** Under this reference the seller gave us something else. */
    REFERENCE_TAKEN
  }
}
