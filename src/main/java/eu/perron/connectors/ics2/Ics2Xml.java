package eu.perron.connectors.ics2;

import eu.perron.connectors.Unreadable;
import eu.perron.house.XmlBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
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
  private static final DocumentBuilderFactory READERS = readers();

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

  private static DocumentBuilderFactory readers() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setSchema(schema());
      return factory;
    } catch (ParserConfigurationException | SAXException broken) {
      throw new IllegalStateException("The schema of ICS2 cannot be used", broken);
    }
  }

  private static Schema schema() throws SAXException {
    SchemaFactory schemas = SchemaFactory.newDefaultInstance();
    schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return schemas.newSchema(Ics2Xml.class.getResource("ics2.xsd"));
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
