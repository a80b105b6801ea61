package eu.perron.duties;

/** Who fixed a rate: customs for a month, or the European Central Bank for a day. */
public enum RateKind {
  CUSTOMS,
  ECB
}
