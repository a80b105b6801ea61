package eu.perron.delivery;

import eu.perron.exchange.Partner;
import java.time.Instant;

/**
 * A row of {@code delivery}.
 *
 * @param corrected the address as a clerk corrected it; null: as the seller wrote it
 */
record DeliveryRow(
    String orderNumber,
    Partner carrier,
    BookingKey key,
    DeliveryState state,
    String refusal,
    Address corrected,
    Instant handedOverAt,
    int round,
    Told told) {

  /** How far it is by our own knowledge, before the carrier's first scan. */
  DeliveryState ours() {
    return handedOverAt == null ? DeliveryState.LABELLED : DeliveryState.HANDED_OVER;
  }

  boolean isLabelled() {
    return state.compareTo(DeliveryState.LABELLED) >= 0;
  }
}
