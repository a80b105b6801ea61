package eu.perron.retailimports;

/** What China customs decided about an order's papers; published once for each decision. */
public sealed interface RetailAnswer {
  String orderNumber();

  /** Order, payment and waybill are stored. */
  record DocumentsStored(String orderNumber) implements RetailAnswer {}

  /** Order, payment or waybill must be mended. */
  record DocumentReturned(String orderNumber, String reason) implements RetailAnswer {}

  /** The list must be mended. */
  record ListReturned(String orderNumber, String reason) implements RetailAnswer {}

  record Detained(String orderNumber, String reason) implements RetailAnswer {}

  record Released(String orderNumber) implements RetailAnswer {}
}
