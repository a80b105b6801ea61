package eu.perron.unionexports;

/**
 * What Belgian customs decided about the declaration that counts for an order; published once for
 * each decision.
 */
public sealed interface UnionExportAnswer {
  String orderNumber();

  /** The goods may go to the office of exit. */
  record Released(String orderNumber) implements UnionExportAnswer {}

  /** The declaration is not valid and must be mended. */
  record Refused(String orderNumber, String reason) implements UnionExportAnswer {}

  /** Customs wants to see documents or goods first. */
  record Controlled(String orderNumber, String reason) implements UnionExportAnswer {}

  /** The goods may not leave. */
  record NotReleased(String orderNumber, String reason) implements UnionExportAnswer {}
}
