package eu.perron.exports;

/** Customs want to see the goods. */
public record ExportInspection(String orderNumber) implements ExportAnswer {}
