package eu.perron.retailimports;

/** A dated table says nothing of the day: the message names table, row and day. */
public class NoRow extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NoRow(String message) {
    super(message);
  }
}
