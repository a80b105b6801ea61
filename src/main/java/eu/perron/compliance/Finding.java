package eu.perron.compliance;

/**
 * One thing that screening found.
 *
 * @param line position of the order line it is about, counted from 0; null when it is about the
 *     whole order
 * @param subject what was judged: a clerk who accepts a finding accepts it of this subject only
 * @param detail what was found, by which law, and what would cure it
 * @param score of 100, how sure it is; null where it is not a matter of degree
 */
public record Finding(
    FindingCode code, Integer line, String subject, String detail, State state, Integer score) {
  public enum State {
    OPEN,
    /** A clerk let it travel as it is. */
    ACCEPTED,
    /** A clerk corrected the goods. */
    CORRECTED,
    REFUSED,
    /** It holds nobody up and stays with the order. */
    NOTED
  }

  static Finding open(FindingCode code, Integer line, String subject, String detail) {
    return new Finding(code, line, subject, detail, State.OPEN, null);
  }

  Finding scoring(int ofHundred) {
    return new Finding(code, line, subject, detail, state, ofHundred);
  }

  boolean isSameAs(Finding other) {
    return code == other.code
        && java.util.Objects.equals(line, other.line)
        && subject.equals(other.subject);
  }
}
