package eu.perron.orders;

/** How the consignee wants it: {@code carrier} null lets the carrier decision choose. */
public record Delivery(DeliveryService service, String pickupPoint, String carrier) {}
