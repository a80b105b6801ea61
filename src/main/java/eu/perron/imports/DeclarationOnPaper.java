package eu.perron.imports;

/** The declaration was taken out of the queue; a clerk lodges it on paper. */
public record DeclarationOnPaper(String orderNumber, String reference) {}
