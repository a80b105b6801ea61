package eu.perron.freight;

/**
 * What became of a flight, told once for each hand-over to the airline, each with all that it
 * implies before it.
 */
public sealed interface FlightNews {
  String consignmentNumber();

  /** The airline has space for it (BKD), or did more than that already. */
  record Booked(String consignmentNumber) implements FlightNews {}

  /** The airline will not take the waybill as it is (FNA). */
  record Rejected(String consignmentNumber, String reason) implements FlightNews {}

  /** All of it stayed behind (DIS OFLD). */
  record Offloaded(String consignmentNumber) implements FlightNews {}

  record Departed(String consignmentNumber) implements FlightNews {}

  /** At the destination, not at a stop on the way. */
  record Landed(String consignmentNumber) implements FlightNews {}

  /**
   * Every piece is received from the flight, or known to be missing with the house it belongs to.
   */
  record BrokenDown(String consignmentNumber) implements FlightNews {}
}
