package eu.perron.sanctions;

/** A file that is no sanctions list, or one that would screen nobody; says what is missing. */
public class UnreadableList extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableList(String reason) {
    super(reason);
  }
}
