package eu.perron.imports;

/** What became of the wish to lodge a queued declaration on paper. */
public enum PaperOutcome {
  ON_PAPER,
  /** Somebody chose it before. */
  ALREADY,
  /** It may be with customs: the office must be asked first. */
  MAY_HAVE_LEFT,
  /** It is being sent in this moment. */
  LEAVING,
  /** Not declared, or customs has it, or the order no longer wants it. */
  NOT_QUEUED,
  /** Customs is not declared down, so paper is not lawful. */
  NOT_DOWN,
  /** Somebody else moved it in the same moment: try again. */
  MOVED,
  /** It stays in the queue; the log says why. */
  FAILED
}
