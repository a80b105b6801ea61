package eu.perron.exports;

/**
 * Customs gave the list back: it must be corrected and declared again.
 *
 * @param afterInspection an {@link ExportInspection} was told before
 */
public record ExportReturned(String orderNumber, String reason, boolean afterInspection)
    implements ExportAnswer {}
