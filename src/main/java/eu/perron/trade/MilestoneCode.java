package eu.perron.trade;

/**
 * What can happen to goods on their way; the timeline codes of the public contract, in its order.
 */
public enum MilestoneCode {
  ORDERED,
  LABELLED,
  FIRST_MILE_RECEIVED,
  EXPORT_DECLARED,
  EXPORT_CLEARED,
  BAGGED,
  MAWB_CLOSED,
  /** Accepted by the carrier, ready for carriage (Cargo-IMP). */
  RCS,
  /** Departed (Cargo-IMP). */
  DEP,
  /** Arrived (Cargo-IMP). */
  ARR,
  /** Received from the flight (Cargo-IMP). */
  RCF,
  TEMP_STORAGE,
  IMPORT_DECLARED,
  INSPECTION,
  DUTY_DUE,
  RELEASED,
  SORTED,
  HANDED_TO_CARRIER,
  CARRIER_ACCEPTED,
  OUT_FOR_DELIVERY,
  ATTEMPTED,
  READY_FOR_PICKUP,
  DELIVERED,
  RETURNING,
  RETURNED,
  LOST,
  DAMAGED,
  DESTROYED,
  CANCELLED
}
