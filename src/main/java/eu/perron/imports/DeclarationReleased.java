package eu.perron.imports;

/** The goods may leave the warehouse. */
public record DeclarationReleased(String orderNumber, String mrn) {}
