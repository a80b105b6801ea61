package eu.perron.exports;

/**
 * What customs decided about the list that counts for an order; published once for each decision.
 */
public sealed interface ExportAnswer
    permits ExportReleased, ExportReturned, ExportInspection, ExportRefused {
  String orderNumber();
}
