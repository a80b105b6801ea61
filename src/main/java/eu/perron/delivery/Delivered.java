package eu.perron.delivery;

/** Every parcel of the order is with the consignee. */
public record Delivered(String orderNumber) {}
