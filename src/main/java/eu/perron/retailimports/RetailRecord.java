package eu.perron.retailimports;

import java.time.Instant;

/**
 * A list as people who look at the order see it.
 *
 * @param lrn our number for it (copNo)
 * @param mrn customs' number (invtNo), or null
 * @param reason what customs said last, or null
 */
public record RetailRecord(
    String kind, String lrn, String mrn, String state, Instant declaredAt, String reason) {}
