package eu.perron.chaos;

/** The experiment itself could not be carried out as planned; its promise is not proven. */
public final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Broken(String what) {
    super(what);
  }

  Broken(String what, Throwable cause) {
    super(what, cause);
  }
}
