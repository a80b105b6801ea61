package eu.perron.exports;

/**
 * The goods may leave.
 *
 * @param afterInspection an {@link ExportInspection} was told before
 */
public record ExportReleased(String orderNumber, boolean afterInspection) implements ExportAnswer {}
