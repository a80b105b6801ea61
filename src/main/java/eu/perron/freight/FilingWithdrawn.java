package eu.perron.freight;

import java.time.Instant;

/** A request to invalidate the entry summary of a house that will not fly (ICS2 IE3Q04). */
public record FilingWithdrawn(
    String lrn, String mrn, String house, String reason, Office declarant, Instant askedAt) {}
