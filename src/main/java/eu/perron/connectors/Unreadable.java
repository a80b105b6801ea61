package eu.perron.connectors;

/** A message we cannot read: what is wrong, where, and how to mend it. */
public class Unreadable extends Exception {
  private static final int LONGEST = 600;
  private final String where;

  public Unreadable(String where, String what) {
    super(printable(where + ": " + what));
    this.where = printable(where);
  }

  /** The place alone, for logs: what is wrong there may quote a person's name. */
  public String where() {
    return where;
  }

  /** It quotes what a stranger wrote, and is kept, logged and sent back. */
  private static String printable(String text) {
    String start =
        text.length() <= LONGEST
            ? text
            : text.substring(0, LONGEST - 1 - (isHalf(text) ? 1 : 0)) + "…";
    return start.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }

  private static boolean isHalf(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 2));
  }
}
