package eu.perron.delivery;

import java.time.Instant;
import java.util.List;

/**
 * The last mile of an order, for its page.
 *
 * @param refusal why the carrier made no label, if it did not
 */
public record DeliveryView(
    String orderNumber,
    String carrier,
    DeliveryState state,
    List<String> barcodes,
    boolean labelAvailable,
    String refusal,
    Instant handedOverAt,
    int attemptsAsked,
    List<Seen> events) {

  /** What the carrier saw, newest first, also what we could not translate. */
  public record Seen(String barcode, String code, Instant at, String place, String says) {}
}
