package eu.perron.exports;

/** What a message asks customs to do with what it tells (appType). */
public enum Application {
  NEW("1"),
  CHANGE("2"),
  DELETE("3");

  private final String code;

  Application(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
