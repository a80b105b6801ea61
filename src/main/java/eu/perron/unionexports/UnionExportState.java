package eu.perron.unionexports;

/**
 * How an export declaration stands with Belgian customs. What comes later in {@link Stage} prevails
 * over what comes earlier; of two decisions the later one counts.
 */
public enum UnionExportState {
  DECLARED(Stage.SENT, Answer.NONE),
  WITHDRAWN(Stage.SENT, Answer.NONE),
  /** It has an MRN (IE528). */
  ACCEPTED(Stage.ACCEPTED, Answer.NONE),
  /** Documents or goods are looked at (IE560). */
  UNDER_CONTROL(Stage.CONTROL, Answer.CONTROL),
  /** IE556. */
  REFUSED(Stage.DECIDED, Answer.REFUSED),
  /** IE551. */
  NOT_RELEASED(Stage.DECIDED, Answer.NOT_RELEASED),
  RELEASED_ON_PAPER(Stage.DECIDED, Answer.RELEASED),
  /** IE529. */
  RELEASED(Stage.DECIDED, Answer.RELEASED),
  /** The goods left the Union (IE518, IE599): the proof that the sale bears no VAT. */
  EXITED(Stage.LEFT, Answer.RELEASED);

  enum Stage {
    SENT,
    ACCEPTED,
    CONTROL,
    DECIDED,
    LEFT
  }

  /** What a state means for an order that waits. */
  enum Answer {
    NONE,
    CONTROL,
    REFUSED,
    NOT_RELEASED,
    RELEASED
  }

  private final Stage stage;
  private final Answer answer;

  UnionExportState(Stage stage, Answer answer) {
    this.stage = stage;
    this.answer = answer;
  }

  Stage stage() {
    return stage;
  }

  Answer answer() {
    return answer;
  }
}
