package eu.perron.imports;

import java.time.Instant;

/**
 * A declaration of temporary storage, as people see it.
 *
 * @param state LODGED, REGISTERED or REFUSED
 * @param reason why it was refused; null if it was not
 */
public record StoragePart(
    String lrn,
    String consignmentNumber,
    int part,
    int round,
    int houses,
    String state,
    String mrn,
    String reason,
    Instant lodgedAt) {}
