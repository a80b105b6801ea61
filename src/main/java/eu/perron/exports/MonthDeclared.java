package eu.perron.exports;

/** Every summary applied for with this month became a customs declaration. */
public record MonthDeclared(String month) {}
