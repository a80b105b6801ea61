package eu.perron.freight;

import java.time.Instant;

/**
 * What a clerk asked advance security to change of a registered house (ICS2 IE3A24).
 *
 * @param number counts those of a house, from 1
 * @param to the house as it shall be
 * @param securityBefore where its assessment stood when this was asked
 * @param answer why it was refused; null while it was not
 */
public record FilingAmendment(
    String orderNumber,
    int number,
    Particulars to,
    House.Security securityBefore,
    State state,
    Instant askedAt,
    String askedBy,
    Instant decidedAt,
    String answer) {
  /** Where it stands. */
  public enum State {
    ASKED,
    ACCEPTED,
    REFUSED
  }
}
