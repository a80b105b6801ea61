package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.connectors.belgium.IdmsWriter.Content;
import eu.perron.connectors.belgium.IdmsWriter.Part;
import java.time.Instant;
import javax.xml.validation.Schema;

/**
 * Reads and writes messages of the export system; it speaks like the import system, with other
 * words.
 */
final class Aes {
  static final String ADMINISTRATION = "AES.BE";
  private static final Schema SCHEMA = Idms.schema("aes.xsd");
  private static final IdmsWriter.Vocabulary WORDS =
      new IdmsWriter.Vocabulary("urn:perron:aes:1", Aes::read);

  private Aes() {}

  /**
   * @throws Unreadable naming the element at fault and the reason
   */
  static IdmsMessage read(byte[] body) throws Unreadable {
    return Idms.read(body, SCHEMA);
  }

  /** What we write to the administration. */
  static byte[] ours(
      String name, String sender, Instant prepared, String identification, Content content) {
    return IdmsWriter.message(
        WORDS, new Part(name, sender, ADMINISTRATION, prepared, identification, null, content));
  }

  /** What the administration writes. */
  static byte[] theirs(
      String name,
      String recipient,
      Instant prepared,
      String identification,
      String answered,
      Content content) {
    return IdmsWriter.message(
        WORDS,
        new Part(name, ADMINISTRATION, recipient, prepared, identification, answered, content));
  }
}
