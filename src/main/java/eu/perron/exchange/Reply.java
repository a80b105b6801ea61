package eu.perron.exchange;

/**
 * What the partner said while the line was still open; empty for partners that answer by file or
 * later.
 */
public record Reply(String contentType, byte[] body) {
  public static final Reply NONE = new Reply("", new byte[0]);
}
