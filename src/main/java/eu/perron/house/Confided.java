package eu.perron.house;

/** Somebody else's words, which may name a person: sealed wherever they are kept. */
public record Confided(String text) {
  /**
   * @return null for null
   */
  public static Confided of(String text) {
    return text == null ? null : new Confided(text);
  }

  /**
   * @return null for null
   */
  public static String text(Confided kept) {
    return kept == null ? null : kept.text();
  }
}
