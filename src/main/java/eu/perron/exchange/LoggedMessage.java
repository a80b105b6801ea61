package eu.perron.exchange;

import java.time.Instant;
import java.util.List;

/**
 * A message of the log with all that belongs to it, opened for a person.
 *
 * @param body as it travelled
 * @param reply what the partner said to it while the line was open; null if nothing
 */
public record LoggedMessage(
    String id,
    String direction,
    String partner,
    String operation,
    String key,
    String contentType,
    String state,
    byte[] body,
    String replyType,
    byte[] reply,
    String problem,
    Instant createdAt,
    Instant doneAt,
    List<Carried> letters,
    List<Told> told,
    List<Try> tries) {

  /** A letter that it carries. */
  public record Carried(String key, String about, String content, boolean withdrawn) {}

  /**
   * One thing it told us, and what became of that.
   *
   * @param messageId the message that told it first; another one if this one repeated it
   * @param about in the partner's words
   * @param orderNumber the order or consignment it moved; null if none yet
   * @param matchedTo what a person said it is about; null if nobody was asked
   */
  public record Told(
      String id,
      String messageId,
      String kind,
      String about,
      String orderNumber,
      String matchedTo,
      String state,
      int attempts,
      String problem,
      Instant doneAt,
      String content) {}

  /**
   * One time it was offered to the partner.
   *
   * @param reply what was answered then, if it was answered otherwise later; null: see the message
   */
  public record Try(
      Instant at, long millis, String outcome, String problem, String replyType, byte[] reply) {}

  public boolean ours() {
    return direction.equals("OUT");
  }
}
