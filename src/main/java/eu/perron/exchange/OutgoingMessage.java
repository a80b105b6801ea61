package eu.perron.exchange;

/**
 * A message in the partner's own format.
 *
 * @param key its identity between the partners (message id, LRN …), the same at every resend
 */
public record OutgoingMessage(
    Partner partner, String operation, String key, String contentType, byte[] body) {}
