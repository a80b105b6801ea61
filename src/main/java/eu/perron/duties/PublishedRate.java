package eu.perron.duties;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate as its publisher gave it.
 *
 * @param validTo this day included; null: until the next
 */
record PublishedRate(
    RateKind kind,
    String currency,
    BigDecimal perEuro,
    LocalDate validFrom,
    LocalDate validTo,
    String mark,
    String source) {}
