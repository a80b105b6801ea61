package eu.perron.freight;

import java.util.List;

/** Taken off the list before the airline got it, as nobody assessed them in time. */
public record HousesPulled(String consignmentNumber, List<String> orderNumbers) {}
