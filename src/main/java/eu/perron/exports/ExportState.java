package eu.perron.exports;

import java.util.Arrays;
import java.util.List;

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

  /** What a row of the codes may say that a returnStatus means. */
  static List<ExportState> answers() {
    return Arrays.stream(values())
        .filter(state -> state != WITHDRAWN && state != RELEASED_ON_PAPER)
        .toList();
  }
}
