package eu.perron.imports;

/**
 * Where a declaration stands. The order of the constants breaks ties between answers of the same
 * moment.
 */
public enum DeclarationState {
  DECLARED(0),
  /** Taken out of the queue while customs' system was down; a clerk lodges it on paper. */
  ON_PAPER(0),
  RECEIVED(1),
  /** Lodged in advance and found in order; it takes effect when the goods are presented. */
  REGISTERED(2),
  /**
   * Below acceptance: a second copy that customs refuses as a duplicate must not undo the first.
   */
  REFUSED(3),
  ACCEPTED(4),
  DOCUMENTS_REQUESTED(5),
  UNDER_INSPECTION(5),
  NOT_RELEASED(6),
  RELEASED(6),
  DESTROYED(6),
  SEIZED(6),
  INVALIDATED(7),
  WITHDRAWN(8);

  private final int height;

  DeclarationState(int height) {
    this.height = height;
  }

  /** States of a height exclude each other: the younger stands. A lower one never comes back. */
  int height() {
    return height;
  }

  boolean impliesAcceptance() {
    return height >= ACCEPTED.height && height <= RELEASED.height;
  }

  boolean isDecided() {
    return height >= RELEASED.height;
  }

  /** Customs hold nothing of ours (any more). */
  boolean isVoid() {
    return this == REFUSED || this == INVALIDATED || this == WITHDRAWN;
  }
}
