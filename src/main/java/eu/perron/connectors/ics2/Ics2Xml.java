package eu.perron.connectors.ics2;

import eu.perron.connectors.Unreadable;
import eu.perron.house.HardenedXml;
import eu.perron.house.XmlBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML that strangers send: checked against the schema while it is read, without entities,
 * references or includes.
 */
final class Ics2Xml {
  static final String NAMESPACE = "urn:wco:datamodel:eu:ics2:2";
  private static final DocumentBuilderFactory READERS =
      HardenedXml.builders(
          HardenedXml.schema(new StreamSource(Ics2Xml.class.getResourceAsStream("ics2.xsd"))));

  private Ics2Xml() {}

  static Element read(byte[] body) throws Unreadable {
    try {
      XmlBounds.check(body);
      DocumentBuilder reader;
      synchronized (READERS) {
        reader = READERS.newDocumentBuilder();
      }
      reader.setErrorHandler(new Strict());
      return reader.parse(new ByteArrayInputStream(body)).getDocumentElement();
    } catch (SAXParseException wrong) {
      throw new Unreadable(
          "line " + wrong.getLineNumber() + ", column " + wrong.getColumnNumber(),
          wrong.getMessage());
    } catch (SAXException | IOException wrong) {
      throw new Unreadable("the message", String.valueOf(wrong.getMessage()));
    } catch (ParserConfigurationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The text of the first element of this name, wherever it stands. */
  static Optional<String> text(Element message, String name) {
    NodeList found = message.getElementsByTagNameNS(NAMESPACE, name);
    return found.getLength() == 0
        ? Optional.empty()
        : Optional.of(found.item(0).getTextContent().strip());
  }

  static String required(Element message, String name) throws Unreadable {
    return text(message, name)
        .orElseThrow(() -> new Unreadable(message.getLocalName(), name + " is missing"));
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException harmless) {}

    @Override
    public void error(SAXParseException wrong) throws SAXParseException {
      throw wrong;
    }

    @Override
    public void fatalError(SAXParseException wrong) throws SAXParseException {
      throw wrong;
    }
  }
}
