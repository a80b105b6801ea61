package eu.perron.imports;

/** Customs will not take the declaration as it is. */
public record DeclarationRefused(String orderNumber, String reason) {}
