package eu.perron.imports;

/** Customs wants to see documents before it decides. */
public record DocumentsRequested(String orderNumber, String reason) {}
