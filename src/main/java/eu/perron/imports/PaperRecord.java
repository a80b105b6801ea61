package eu.perron.imports;

import java.time.Instant;

/**
 * A declaration on paper as people see it.
 *
 * @param reference ours
 * @param office null until it was lodged, as are the five after it
 * @param contradiction what customs said electronically all the same; null if nothing
 */
public record PaperRecord(
    String lrn,
    String orderNumber,
    String reference,
    Instant chosenAt,
    String chosenBy,
    String office,
    Instant lodgedAt,
    String stampedNumber,
    String decision,
    Instant decidedAt,
    String note,
    Instant contradictedAt,
    String contradiction) {}
