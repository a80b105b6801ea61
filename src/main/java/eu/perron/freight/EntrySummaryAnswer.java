package eu.perron.freight;

/**
 * What the advance security system says about a filing.
 *
 * @param lrn our reference, null where only the MRN is given
 * @param text the question, the reason or the error
 */
public record EntrySummaryAnswer(Kind kind, String lrn, String mrn, String text) {
  private static final int LONGEST = 1000;

  EntrySummaryAnswer of(String otherLrn) {
    return new EntrySummaryAnswer(kind, otherLrn, mrn, text);
  }

  /** As much of it as is kept. */
  String keptText() {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  public enum Kind {
    REGISTERED,
    ASSESSED,
    DO_NOT_LOAD,
    INFORMATION_REQUESTED,
    SCREENING_REQUESTED,
    REFUSED,
    /** What we asked to be forgotten is forgotten. */
    INVALIDATED,
    /** What we asked to be changed is changed. */
    AMENDED,
    /** By master: something is still missing. */
    NOT_COMPLETE,
    ARRIVAL_REGISTERED
  }
}
