package eu.perron.unionexports;

import java.time.Instant;

/**
 * A declaration as people who look at the order see it.
 *
 * @param kind AES STANDARD or AES SIMPLIFIED
 * @param reason what customs said last, or null
 */
public record UnionExportRecord(
    String kind,
    String lrn,
    String mrn,
    UnionExportState state,
    Instant declaredAt,
    String reason) {}
