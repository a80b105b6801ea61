package eu.perron.exports;

/**
 * Customs gave one of the three documents back: it must be mended and sent again.
 *
 * @param reason which of them, and what customs say
 */
public record ExportDocumentsReturned(String orderNumber, String reason) {}
