package eu.perron.exports;

/**
 * Detained, or sent back: the goods do not leave.
 *
 * @param afterInspection an {@link ExportInspection} was told before
 */
public record ExportRefused(String orderNumber, String reason, boolean afterInspection)
    implements ExportAnswer {}
