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
  /**
   * Below acceptance: a second copy that customs refuses as a duplicate must not undo the first.
   */
  REFUSED(2),
  ACCEPTED(3),
  DOCUMENTS_REQUESTED(4),
  UNDER_INSPECTION(4),
  NOT_RELEASED(5),
  RELEASED(5),
  DESTROYED(5),
  SEIZED(5),
  INVALIDATED(6),
  WITHDRAWN(7);

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
