package eu.perron.delivery;

/** The consignee would not take it; it comes back. */
public record RefusedByConsignee(String orderNumber) {}
