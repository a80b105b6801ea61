package eu.perron.connectors;

/** A message we cannot read: what is wrong, where, and how to mend it. */
public class Unreadable extends Exception {
  private final String where;

  public Unreadable(String where, String what) {
    super(where + ": " + what);
    this.where = where;
  }

  /** The place alone, for logs: what is wrong there may quote a person's name. */
  public String where() {
    return where;
  }
}
