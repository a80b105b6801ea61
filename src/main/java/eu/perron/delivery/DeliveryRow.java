package eu.perron.delivery;

import eu.perron.exchange.Partner;
import eu.perron.house.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  static DeliveryRow read(ResultSet rows, Seal seal) throws SQLException {
    String order = rows.getString("order_number");
    String told = rows.getString("told");
    return new DeliveryRow(
        order,
        Partner.valueOf(rows.getString("carrier")),
        new BookingKey(order, rows.getInt("booking")),
        DeliveryState.valueOf(rows.getString("state")),
        seal.openText(rows.getBytes("refusal")),
        seal.openDocument(rows.getBytes("address"), Address.class),
        DeliveryRows.instant(rows, "handed_over_at"),
        rows.getInt("round"),
        new Told(
            told == null ? null : DeliveryState.valueOf(told),
            rows.getInt("told_round"),
            rows.getBoolean("told_back")));
  }

  /** How far it is by our own knowledge, before the carrier's first scan. */
  DeliveryState ours() {
    return handedOverAt == null ? DeliveryState.LABELLED : DeliveryState.HANDED_OVER;
  }

  DeliveryRow become(DeliveryState now, Told since) {
    return new DeliveryRow(
        orderNumber, carrier, key, now, refusal, corrected, handedOverAt, round, since);
  }

  boolean isLabelled() {
    return state.compareTo(DeliveryState.LABELLED) >= 0;
  }
}
