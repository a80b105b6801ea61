package eu.perron.exchange;

import java.util.List;

/**
 * A message that came through a door and was understood.
 *
 * @param key the partner's identity for the message; the same key again is a repetition and changes
 *     nothing
 */
public record ReceivedMessage(
    Partner partner,
    String operation,
    String key,
    String contentType,
    byte[] body,
    List<Arrival> arrivals) {}
