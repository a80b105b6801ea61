package eu.perron.returns;

/** What becomes of an order that came back. */
public enum ReturnDecision {
  RETURN_TO_SELLER,
  DESTROY
}
