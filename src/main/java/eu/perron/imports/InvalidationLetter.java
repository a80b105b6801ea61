package eu.perron.imports;

import java.time.Instant;

/** A request that customs forget a declaration. */
public record InvalidationLetter(String lrn, String mrn, String reason, Instant askedAt) {}
