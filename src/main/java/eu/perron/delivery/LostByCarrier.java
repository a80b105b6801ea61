package eu.perron.delivery;

/** The carrier cannot find it. */
public record LostByCarrier(String orderNumber) {}
