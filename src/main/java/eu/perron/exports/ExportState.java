package eu.perron.exports;

/**
 * How an export list stands with customs. Later in this list prevails over earlier when customs
 * name the same time; from {@link #RETURNED} on it is a decision, and the latest decision counts.
 */
enum ExportState {
  DECLARED(Answer.NONE),
  WITHDRAWN(Answer.NONE),
  /**
   * Refused before customs read it. Never undoes what was stored: a repeated message is refused as
   * a duplicate.
   */
  MALFORMED(Answer.RETURNED),
  STORED(Answer.NONE),
  UNDER_REVIEW(Answer.NONE),
  AUDITED(Answer.NONE),
  RETURNED(Answer.RETURNED),
  INSPECTION(Answer.INSPECTION),
  DETAINED(Answer.REFUSED),
  REFUSED(Answer.REFUSED),
  RELEASED_ON_PAPER(Answer.RELEASED),
  RELEASED(Answer.RELEASED),
  CLOSED(Answer.RELEASED);

  /** What a state means for an order that waits. */
  enum Answer {
    NONE,
    RETURNED,
    INSPECTION,
    REFUSED,
    RELEASED
  }

  private final Answer answer;

  ExportState(Answer answer) {
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }

  boolean isDecision() {
    return compareTo(RETURNED) >= 0;
  }

  /**
   * The values of returnStatus in CEB604 and CEB608 (GACC message specification, edition 202205).
   */
  static ExportState saidBy(int returnStatus) {
    if (returnStatus < 0) {
      return MALFORMED;
    }
    return switch (returnStatus) {
      case 4 -> MALFORMED;
      case 100 -> RETURNED;
      case 120 -> STORED;
      case 300 -> UNDER_REVIEW;
      case 399 -> AUDITED;
      case 500 -> INSPECTION;
      case 501, 502, 503, 599 -> DETAINED;
      case 700 -> REFUSED;
      case 800 -> RELEASED;
      case 899 -> CLOSED;
      default -> DECLARED;
    };
  }
}
