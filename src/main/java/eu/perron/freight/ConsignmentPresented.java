package eu.perron.freight;

/**
 * The houses that came are in temporary storage at the hub: {@link Freight#presentOrders} names
 * them.
 */
public record ConsignmentPresented(String consignmentNumber) {}
