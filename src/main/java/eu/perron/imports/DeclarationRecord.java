package eu.perron.imports;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A declaration as other rooms and people see it.
 *
 * @param kind H7 or H1
 * @param acceptedAt null until customs accepts it; its day chooses the law
 * @param payable what customs collects from the declarant, in euro; null until accepted
 * @param paperReference ours, if it is lodged on paper; else null
 */
public record DeclarationRecord(
    String kind,
    String additionalProcedure,
    String lrn,
    String mrn,
    DeclarationState state,
    Instant declaredAt,
    Instant acceptedAt,
    String reason,
    BigDecimal payable,
    String paperReference) {}
