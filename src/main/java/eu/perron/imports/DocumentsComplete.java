package eu.perron.imports;

/** The seller says that these are all the documents there are: they may go to customs. */
public record DocumentsComplete(String orderNumber, String sellerId) {}
