package eu.perron.imports;

import java.time.Instant;
import java.util.List;

/**
 * Documents that customs asked for: what the clerk says about them, and those that go along.
 *
 * @param reference where they are found, or the names of those that go along
 */
public record DocumentsLetter(
    String messageId,
    String lrn,
    String mrn,
    String reference,
    String note,
    Instant lodgedAt,
    List<Attached> documents) {

  /** Letters of former versions attach nothing. */
  public DocumentsLetter {
    documents = documents == null ? List.of() : List.copyOf(documents);
  }

  /**
   * One document; its content is read when the message is written, as it never changes.
   *
   * @param type customs' code for its kind [12 03 002]
   */
  public record Attached(String id, String type, String name, String contentType, String sha256) {}
}
