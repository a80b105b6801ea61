package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a message element by element; the same letter always makes the same bytes, and none that
 * breaks the schema leaves.
 */
final class IdmsWriter {
  static final String ADMINISTRATION = "IDMS.BE";
  private static final Vocabulary IDMS = new Vocabulary(Idms.NAMESPACE, Idms::readWithDocuments);
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter xml;
  private int depth;

  private IdmsWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  interface Content {
    void writeTo(IdmsWriter xml) throws XMLStreamException;
  }

  /** What a system of the administration writes in, and who reads it back before it leaves. */
  record Vocabulary(String namespace, Reader reader) {
    interface Reader {
      IdmsMessage read(byte[] body) throws Unreadable;
    }
  }

  /** One message, to stand alone or among others in a batch. */
  record Part(
      String name,
      String sender,
      String recipient,
      Instant prepared,
      String identification,
      String answered,
      Content content) {
    /**
     * @throws IllegalStateException if the content breaks the schema
     */
    byte[] alone() {
      return message(IDMS, this);
    }

    private void writeTo(IdmsWriter xml) throws XMLStreamException {
      xml.group(
          "Message",
          header ->
              header
                  .element("messageSender", sender)
                  .element("messageRecipient", recipient)
                  .element("preparationDateAndTime", prepared)
                  .element("messageIdentification", identification)
                  .element("correlationIdentifier", answered));
      content.writeTo(xml);
    }
  }

  /**
   * @param answered identification of the message this one answers, or null
   * @throws IllegalStateException if the content breaks the schema
   */
  static byte[] message(
      String name,
      String sender,
      String recipient,
      Instant prepared,
      String identification,
      String answered,
      Content content) {
    return new Part(name, sender, recipient, prepared, identification, answered, content).alone();
  }

  static byte[] message(Vocabulary vocabulary, Part message) {
    byte[] body;
    try {
      StringWriter text = new StringWriter();
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
      IdmsWriter writer = new IdmsWriter(xml);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(message.name());
      xml.writeDefaultNamespace(vocabulary.namespace());
      writer.depth = 1;
      message.writeTo(writer);
      writer.depth = 0;
      writer.newLine();
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
      body = text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(
          "Message " + message.identification() + " cannot be written", impossible);
    }
    try {
      vocabulary.reader().read(body);
    } catch (Unreadable ours) {
      throw new IllegalStateException(
          "Message " + message.identification() + " breaks the schema at " + ours.where());
    }
    return body;
  }

  IdmsWriter group(String name, Content content) throws XMLStreamException {
    newLine();
    xml.writeStartElement(name);
    depth++;
    content.writeTo(this);
    depth--;
    newLine();
    xml.writeEndElement();
    return this;
  }

  IdmsWriter part(Part message) throws XMLStreamException {
    return group(message.name(), message::writeTo);
  }

  /** Nothing is written for nothing. */
  IdmsWriter element(String name, String value, int most) throws XMLStreamException {
    String clean = clean(value, most);
    if (!clean.isEmpty()) {
      newLine();
      xml.writeStartElement(name);
      xml.writeCharacters(clean);
      xml.writeEndElement();
    }
    return this;
  }

  IdmsWriter element(String name, String value) throws XMLStreamException {
    return element(name, value, Integer.MAX_VALUE);
  }

  IdmsWriter element(String name, byte[] content) throws XMLStreamException {
    newLine();
    xml.writeStartElement(name);
    xml.writeCharacters(Base64.getEncoder().encodeToString(content));
    xml.writeEndElement();
    return this;
  }

  IdmsWriter element(String name, long value) throws XMLStreamException {
    return element(name, Long.toString(value));
  }

  IdmsWriter element(String name, BigDecimal value) throws XMLStreamException {
    return element(name, value.toPlainString());
  }

  IdmsWriter element(String name, boolean value) throws XMLStreamException {
    return element(name, Boolean.toString(value));
  }

  IdmsWriter element(String name, Instant moment) throws XMLStreamException {
    return element(name, moment.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** The same for the same references: what goes together once more is the same message. */
  static String identificationOf(String references) {
    return UUID.nameUUIDFromBytes(references.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  /**
   * Sellers paste anything: what XML 1.0 cannot carry becomes a blank, what is too long for its
   * field ends early.
   */
  static String clean(String value, int most) {
    if (value == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(value.length());
    value.codePoints().map(c -> isCarried(c) ? c : ' ').forEach(clean::appendCodePoint);
    String tidy = clean.toString().replaceAll("\\s+", " ").strip();
    if (tidy.length() <= most) {
      return tidy;
    }
    int end = Character.isHighSurrogate(tidy.charAt(most - 1)) ? most - 1 : most;
    return tidy.substring(0, end).strip();
  }

  private static boolean isCarried(int c) {
    return c >= 0x20 && c < 0x7F
        || c > 0x9F && c < 0xD800
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
