package eu.perron.exports;

import java.time.Instant;

/**
 * A declaration as people who look at the order see it.
 *
 * @param kind the regime and message it was made by
 * @param lrn our number for it (copNo)
 * @param mrn the number customs gave it (invtNo), or null
 * @param reason what customs said last, or null
 */
public record DeclarationOnRecord(
    String kind, String lrn, String mrn, String state, Instant declaredAt, String reason) {}
