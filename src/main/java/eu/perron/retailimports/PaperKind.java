package eu.perron.retailimports;

/** What China customs compares: three papers, then the list. */
public enum PaperKind {
  /** CEB311. */
  ORDER("import-order"),
  /** CEB411. */
  PAYMENT("import-payment"),
  /** CEB511. */
  WAYBILL("import-waybill"),
  /** CEB621. */
  LIST("import-list");

  private final String operation;

  PaperKind(String operation) {
    this.operation = operation;
  }

  /** The operation of the connector's folder. */
  public String operation() {
    return operation;
  }

  /** Its receipts arrive as this kind. */
  public String receipt() {
    return operation + "-receipt";
  }
}
