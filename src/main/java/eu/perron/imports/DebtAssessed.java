package eu.perron.imports;

import eu.perron.orders.Order;
import java.time.LocalDate;

/**
 * It is known what is owed for a declaration; told again if the day of acceptance turns out
 * another.
 *
 * @param order with the goods that customs found them to be
 * @param mrn null: on paper, and the office gave none
 */
public record DebtAssessed(
    Order order,
    String lrn,
    String mrn,
    String declaration,
    String additionalProcedure,
    LocalDate acceptedOn) {}
