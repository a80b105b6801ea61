package eu.perron.duties;

/** The tables have no answer for what was asked: nothing is guessed. */
public class NoLaw extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String pointer;
  private final String code;

  /**
   * @param pointer to the part of an order that finds no answer
   * @param message which table lacks what, and how to mend it
   */
  public NoLaw(String pointer, String code, String message) {
    super(message);
    this.pointer = pointer;
    this.code = code;
  }

  public String pointer() {
    return pointer;
  }

  public String code() {
    return code;
  }
}
