package eu.perron.unionexports;

import java.time.Instant;

/**
 * Goods left the Union (IE590).
 *
 * @param masterWaybill under which they fly
 */
public record ExitLetter(
    String mrn,
    String orderNumber,
    String exitOffice,
    String carrier,
    String masterWaybill,
    String flight,
    Instant leftAt) {}
