package eu.perron.unionexports;

/** A flight that left the Union. */
public record Departure(String masterWaybill, String flight) {}
