package eu.perron.exports;

/**
 * What became of order, receipt and waybill when they were drawn up.
 *
 * @param finding what does not agree, in words for a clerk; null unless {@link Result#DISAGREE}
 */
public record DocumentsDrawn(Result result, String finding) {
  public enum Result {
    /** They agree; what customs do not have yet is on its way. */
    SENT,
    /** They agree, and customs have them as they are. */
    STORED,
    /** Nothing was sent. */
    DISAGREE
  }
}
