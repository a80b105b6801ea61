package eu.perron.delivery;

import eu.perron.trade.MilestoneCode;
import java.time.Instant;

/**
 * One thing a carrier saw, translated by its connector.
 *
 * @param code as the carrier wrote it
 * @param milestone null for a code nobody has explained to us: it is kept, and nothing is guessed
 *     from it
 * @param state what it says of the parcel; null if nothing
 * @param place may be null
 * @param says in words, for people; may be null
 */
public record TrackingEvent(
    String barcode,
    String code,
    Instant at,
    String place,
    MilestoneCode milestone,
    DeliveryState state,
    String says) {
  TrackingEvent of(String otherBarcode) {
    return new TrackingEvent(otherBarcode, code, at, place, milestone, state, says);
  }
}
