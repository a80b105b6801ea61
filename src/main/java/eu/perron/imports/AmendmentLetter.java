package eu.perron.imports;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A request that customs change one item of a declaration.
 *
 * @param key the declaration's LRN, A and the number of the request
 * @param item number of the goods item, from 1
 * @param hsCode null: as declared
 * @param price of all its pieces; null: as declared
 * @param kind H7 or H1
 */
public record AmendmentLetter(
    String key,
    String lrn,
    String mrn,
    String kind,
    int item,
    String hsCode,
    BigDecimal price,
    String currency,
    String reason,
    Instant askedAt) {}
