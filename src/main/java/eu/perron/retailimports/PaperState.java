package eu.perron.retailimports;

/**
 * How a paper stands with China customs. From {@link #RETURNED} on it is a decision, and the latest
 * decision counts; before, later in this list prevails over earlier.
 */
public enum PaperState {
  SENT(Answer.NONE),
  WITHDRAWN(Answer.NONE),
  /** Refused before customs read it. */
  MALFORMED(Answer.RETURNED),
  STORED(Answer.STORED),
  UNDER_REVIEW(Answer.STORED),
  INSPECTION(Answer.STORED),
  RETURNED(Answer.RETURNED),
  DETAINED(Answer.DETAINED),
  RELEASED_ON_PAPER(Answer.RELEASED),
  RELEASED(Answer.RELEASED),
  CLOSED(Answer.RELEASED);

  /** What a state means for an order that waits. */
  enum Answer {
    NONE,
    STORED,
    RETURNED,
    DETAINED,
    RELEASED
  }

  private final Answer answer;

  PaperState(Answer answer) {
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }

  boolean isDecision() {
    return compareTo(RETURNED) >= 0;
  }

  /** The values of returnStatus (GACC message specification, edition 202205). */
  static PaperState saidBy(int returnStatus) {
    if (returnStatus < 0) {
      return MALFORMED;
    }
    return switch (returnStatus) {
      case 4 -> MALFORMED;
      case 100 -> RETURNED;
      case 120, 399 -> STORED;
      case 300 -> UNDER_REVIEW;
      case 500 -> INSPECTION;
      case 501, 502, 503, 599, 700 -> DETAINED;
      case 800 -> RELEASED;
      case 899 -> CLOSED;
      default -> SENT;
    };
  }
}
