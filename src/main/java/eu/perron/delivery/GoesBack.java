package eu.perron.delivery;

/** It comes back to the hub: the consignee would not take it, or the carrier says no more. */
public record GoesBack(String orderNumber) {}
