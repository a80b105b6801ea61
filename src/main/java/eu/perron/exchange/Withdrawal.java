package eu.perron.exchange;

/** What became of the wish to take a letter back, to serve its partner by other means. */
public enum Withdrawal {
  /** It is ours again and can never be sent. */
  WITHDRAWN,
  /** Its bytes were handed to the line, and nobody knows whether they arrived: ask the partner. */
  MAY_HAVE_LEFT,
  /** A node is sending it, or may believe it still does. */
  LEAVING,
  /** Sent, withdrawn before, or never posted. */
  GONE
}
