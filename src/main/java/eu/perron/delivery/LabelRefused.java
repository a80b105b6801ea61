package eu.perron.delivery;

/** The carrier will not carry it as booked. */
public record LabelRefused(String orderNumber, String reason) {}
