package eu.perron.imports;

/** Customs wants to see the goods before it decides. */
public record InspectionOrdered(String orderNumber, String reason) {}
