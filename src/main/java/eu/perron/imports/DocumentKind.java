package eu.perron.imports;

/** What a document proves; which code customs has for it stands in {@code import-practice.csv}. */
public enum DocumentKind {
  INVOICE,
  PROOF_OF_PAYMENT,
  LICENCE,
  CERTIFICATE,
  OTHER
}
