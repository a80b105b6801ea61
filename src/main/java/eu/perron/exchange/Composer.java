package eu.perron.exchange;

import java.util.List;

/**
 * Writes letters into one message of the partner's own format. One bean for each partner and
 * operation.
 */
public interface Composer {
  Partner partner();

  String operation();

  /** How many letters one message may carry (China customs: 100 orders a list). */
  default int lettersPerMessage() {
    return 1;
  }

  /**
   * Whether its letters go at once. Others wait while we come after with what partners tell us, but
   * no longer than {@link PostRoom#PATIENCE}.
   */
  default boolean isUrgent() {
    return true;
  }

  /**
   * Called once for these letters: the bytes are stored before the first send, so that a resend is
   * byte-identical.
   *
   * @return the message, with an identity that is unique for partner and operation
   */
  OutgoingMessage compose(List<PostedLetter> letters);
}
