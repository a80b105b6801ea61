package eu.perron.freight;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Lots that fly together under one master air waybill.
 *
 * @param awb null until a number is reserved
 * @param flightDate of the scheduled departure, local to the origin
 * @param attempt how often it was handed to the airline
 * @param weightKg each house rounded up to 100 grams, as it stands on the waybill
 */
public record AirConsignment(
    String number,
    String route,
    boolean cargoAircraftOnly,
    State state,
    Instant openedAt,
    Instant cutOffAt,
    String airline,
    String awb,
    String flight,
    LocalDate flightDate,
    String origin,
    String destination,
    int attempt,
    int houses,
    int pieces,
    BigDecimal weightKg) {

  public enum State {
    OPEN,
    CUT_OFF,
    CLOSED,
    FILED,
    CLEARED,
    HANDED_OVER,
    EMPTY,
    PRESENTED
  }
}
