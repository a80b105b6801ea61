package eu.perron.exchange;

/** Carries a stored message to the partner; the connectors' routes do it. */
public interface Transport {
  /**
   * @throws PartnerRefused if the partner read it and will never take it: it is parked, not tried
   *     again
   * @throws PartnerUnavailable for everything that may pass: no line, a time-out, a 5xx
   */
  Reply carry(OutgoingMessage message);
}
