package eu.perron.imports;

import java.time.Instant;

/** Documents that customs asked for: where they are found, and what the clerk says about them. */
public record DocumentsLetter(
    String messageId, String lrn, String mrn, String reference, String note, Instant lodgedAt) {}
