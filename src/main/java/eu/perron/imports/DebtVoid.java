package eu.perron.imports;

/** The declaration was undone: nothing is owed for it. */
public record DebtVoid(String orderNumber, String lrn) {}
