package eu.perron.imports;

/** Customs decided that the goods must stay. */
public record DeclarationNotReleased(String orderNumber, String reason) {}
