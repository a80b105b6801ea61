package eu.perron.connectors;

/** A message we cannot read: what is wrong, where, and how to mend it. */
public class Unreadable extends Exception {
  public Unreadable(String where, String what) {
    super(where + ": " + what);
  }
}
