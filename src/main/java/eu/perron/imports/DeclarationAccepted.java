package eu.perron.imports;

/** Customs took the declaration and gave it a number. */
public record DeclarationAccepted(String orderNumber, String mrn) {}
