package eu.perron.freight;

/** No house that is still aboard waits for the authority. */
public record SecurityCleared(String consignmentNumber) {}
