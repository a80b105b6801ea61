package eu.perron.exchange;

/**
 * Why something went wrong, as it may stand in the database unsealed: what a reader or writer
 * quotes of a message is left out, because it may be a person's name. The message itself is kept,
 * sealed.
 */
final class Problem {
  private static final int LONGEST = 1000;

  private Problem() {}

  /**
   * @return null for null
   */
  static String kept(String text) {
    return text == null ? null : shortened(text.replaceAll("'[^']*'|\"[^\"]*\"", "'…'"));
  }

  static String shortened(String text) {
    return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST));
  }
}
