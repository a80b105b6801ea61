package eu.perron.freight;

/** No order may join any more. */
public record CutOffReached(String consignmentNumber) {}
