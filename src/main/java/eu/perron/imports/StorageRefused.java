package eu.perron.imports;

/** Customs did not take what we declared of a flight to lie in temporary storage. */
public record StorageRefused(String consignmentNumber, String reason) {}
