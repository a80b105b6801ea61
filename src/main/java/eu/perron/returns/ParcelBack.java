package eu.perron.returns;

/** An order that we expected back stands at the hub. */
public record ParcelBack(String orderNumber) {}
