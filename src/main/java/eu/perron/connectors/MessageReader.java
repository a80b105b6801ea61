package eu.perron.connectors;

import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import java.util.List;

/**
 * Reads what a partner sends to one of our doors. One bean for each partner and operation; reading
 * changes nothing.
 */
public interface MessageReader {
  Partner partner();

  /**
   * The last part of {@code POST /connect/{partner}/{operation}}, and the folder's operation for
   * files.
   */
  String operation();

  /**
   * @throws Unreadable naming the element or line and how to mend it
   */
  Reading read(byte[] body) throws Unreadable;

  /**
   * What the partner hears when its message was taken (also when it sent it before), in its own
   * manner.
   */
  default Answer taken(Reading reading) {
    return new Answer(202, "text/plain", "");
  }

  /** What the partner hears when its message could not be read, in its own manner. */
  default Answer refused(Unreadable problem) {
    return new Answer(400, "text/plain", problem.getMessage());
  }

  /**
   * @param key the partner's identity for the message; a hash of the body where it has none
   */
  record Reading(String key, List<Arrival> arrivals) {}

  record Answer(int status, String contentType, String body) {}
}
