package eu.perron.delivery;

/** A clerk corrected the address the label is booked to. */
public record AddressCorrected(String orderNumber, Address before, Address after) {}
