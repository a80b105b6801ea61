package eu.perron.freight;

/**
 * The airline read our message (FMA) or did not take it (FNA).
 *
 * @param message FWB or FHL
 * @param reference our file reference in the copy, {@code C26000001-1}; null if the copy has none
 */
public record AirlineAcknowledgement(
    boolean taken, String message, String awb, String reference, String text) {
  AirlineAcknowledgement of(String otherAwb, String otherReference) {
    return new AirlineAcknowledgement(taken, message, otherAwb, otherReference, text);
  }
}
