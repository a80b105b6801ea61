package eu.perron.orders;

/**
 * What became of an order that was given to us; the number is ours, whether new or known before,
 * under way or in the archive.
 */
record Acceptance(Kind kind, String number, String reference, Status status) {
  enum Kind {
    NEW,
    /** The same seller sent the same again. */
    REPEATED,
    /** Under this reference the seller gave us something else. */
    REFERENCE_TAKEN
  }

  static Acceptance of(Order fresh) {
    return new Acceptance(Kind.NEW, fresh.number(), fresh.reference(), fresh.status());
  }

  /**
   * @param knownHash null: nobody can say any more that it is the same
   */
  static Acceptance before(
      String number, String reference, Status status, String knownHash, String contentHash) {
    return new Acceptance(
        contentHash.equals(knownHash) ? Kind.REPEATED : Kind.REFERENCE_TAKEN,
        number,
        reference,
        status);
  }
}
