package eu.perron.delivery;

/** How far a parcel is with its carrier. The order matters: see {@link Standing}. */
public enum DeliveryState {
  BOOKED,
  LABEL_REFUSED,
  LABELLED,
  HANDED_OVER,
  CARRIER_ACCEPTED,
  OUT_FOR_DELIVERY,
  ATTEMPTED,
  READY_FOR_PICKUP,
  /** The carrier will not try again by itself. */
  NOT_DELIVERED,
  LOST,
  /** Refused by the consignee. */
  REFUSED,
  RETURNING,
  /** Back at our hub. */
  RETURNED,
  DELIVERED;

  /** Nothing but a correction by the carrier follows. */
  public boolean isTerminal() {
    return compareTo(LOST) >= 0;
  }

  /** The parcel comes back, or has come back, to the hub. */
  boolean goesBack() {
    return this == REFUSED || this == RETURNING || this == RETURNED;
  }
}
