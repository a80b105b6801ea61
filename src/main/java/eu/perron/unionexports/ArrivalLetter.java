package eu.perron.unionexports;

import java.time.Instant;

/** Goods that are released for export have arrived at the office of exit (IE507). */
public record ArrivalLetter(
    String mrn,
    String orderNumber,
    String exitOffice,
    String locationOfGoods,
    String declarant,
    Instant arrivedAt) {}
