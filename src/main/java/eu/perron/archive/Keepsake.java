package eu.perron.archive;

/**
 * What a page or the API says of it at the end, kept beside the rows: tables change over ten years,
 * what a seller was told does not.
 */
public interface Keepsake {
  Kind kind();

  String name();

  /** Written as JSON, and read again by the same room. */
  Object of(String number);
}
