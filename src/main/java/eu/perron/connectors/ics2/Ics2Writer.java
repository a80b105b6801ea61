package eu.perron.connectors.ics2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one ICS2 message, element by element. */
final class Ics2Writer {
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
  private final XMLStreamWriter out;

  Ics2Writer(String message) {
    try {
      out = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("", message, Ics2Xml.NAMESPACE);
      out.writeDefaultNamespace(Ics2Xml.NAMESPACE);
    } catch (XMLStreamException broken) {
      throw new IllegalStateException(broken);
    }
  }

  Ics2Writer open(String name) {
    try {
      out.writeStartElement(Ics2Xml.NAMESPACE, name);
      return this;
    } catch (XMLStreamException broken) {
      throw new IllegalStateException(broken);
    }
  }

  Ics2Writer close() {
    try {
      out.writeEndElement();
      return this;
    } catch (XMLStreamException broken) {
      throw new IllegalStateException(broken);
    }
  }

  Ics2Writer element(String name, Object value) {
    try {
      open(name);
      out.writeCharacters(plain(String.valueOf(value)));
      return close();
    } catch (XMLStreamException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Cut to what the field holds; nothing becomes a hyphen, as an empty element is none. */
  Ics2Writer text(String name, String value, int longest) {
    String text = plain(value == null ? "" : value).replaceAll("\\s+", " ").strip();
    int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
    return element(name, text.isEmpty() ? "-" : text.substring(0, end).strip());
  }

  Ics2Writer at(String name, Instant time) {
    return element(name, time.truncatedTo(ChronoUnit.SECONDS));
  }

  byte[] end() {
    try {
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
      return bytes.toByteArray();
    } catch (XMLStreamException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Characters that XML 1.0 cannot carry at all become blanks. */
  private static String plain(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
  }
}
