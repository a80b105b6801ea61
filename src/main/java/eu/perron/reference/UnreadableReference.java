package eu.perron.reference;

/** A file that is none of the lists we take, or is broken; the message says what, where and why. */
public class UnreadableReference extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableReference(String message) {
    super(message);
  }
}
