package eu.perron.exchange;

/** A room that may have more to do than it gets done. */
public interface Burden {
  /** Without asking the database. */
  boolean isHeavy();
}
