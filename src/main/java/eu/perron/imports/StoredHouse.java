package eu.perron.imports;

import java.math.BigDecimal;

/**
 * A house that lies in temporary storage.
 *
 * @param number of the house air waybill, which is the order's
 * @param entrySummary its MRN; null: none was filed
 */
public record StoredHouse(
    String number, int packages, BigDecimal grossMassKg, String goods, String entrySummary) {}
