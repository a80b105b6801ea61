package eu.perron.delivery;

/** The carrier tried and will not try again by itself. */
public record NotDelivered(String orderNumber, String reason) {}
