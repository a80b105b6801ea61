package eu.perron.imports;

import java.time.LocalDate;

/**
 * It is known what is owed for a declaration; told again if the day of acceptance turns out
 * another.
 *
 * @param mrn null: on paper, and the office gave none
 */
public record DebtAssessed(
    String orderNumber,
    String lrn,
    String mrn,
    String declaration,
    String additionalProcedure,
    LocalDate acceptedOn) {}
