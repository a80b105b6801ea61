package eu.perron.connectors.china;

import eu.perron.connectors.Unreadable;
import eu.perron.house.HardenedXml;
import eu.perron.house.XmlBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads messages of China's cross-border e-commerce system: no document types, no entities, nothing
 * but the schema.
 */
final class CebXml {
  static final String NAMESPACE = "http://www.chinaport.gov.cn/ceb";
  static final Schema SCHEMA = schema("ceb.xsd");
  private static final int LONGEST_PROBLEM = 300;

  private CebXml() {}

  /**
   * @param root the message expected, such as {@code CEB604Message}
   * @throws Unreadable naming the element that breaks the schema, or the line that is no XML
   */
  static Element read(byte[] body, String root) throws Unreadable {
    return read(body, List.of(root), SCHEMA);
  }

  static Element read(byte[] body, List<String> roots) throws Unreadable {
    return read(body, roots, SCHEMA);
  }

  /** The same for messages of another schema of the same system. */
  static Element read(byte[] body, String root, Schema schema) throws Unreadable {
    return read(body, List.of(root), schema);
  }

  private static Element read(byte[] body, List<String> roots, Schema schema) throws Unreadable {
    Element found = read(body, schema);
    if (!roots.contains(found.getLocalName())) {
      throw new Unreadable(found.getLocalName(), "this door takes " + String.join(", ", roots));
    }
    return found;
  }

  static Element read(byte[] body) throws Unreadable {
    return read(body, SCHEMA);
  }

  static Element read(byte[] body, Schema schema) throws Unreadable {
    validate(body, schema);
    return parse(body).getDocumentElement();
  }

  static void validate(byte[] body) throws Unreadable {
    validate(body, SCHEMA);
  }

  static void validate(byte[] body, Schema schema) throws Unreadable {
    PathKeeper path = null;
    try {
      XmlBounds.check(body);
      path = new PathKeeper(HardenedXml.parser().getXMLReader());
      Validator validator = schema.newValidator();
      validator.setErrorHandler(path);
      validator.validate(new SAXSource(path, new InputSource(new ByteArrayInputStream(body))));
    } catch (SAXParseException broken) {
      throw unreadable(path, broken);
    } catch (SAXException | IOException broken) {
      throw new Unreadable(path == null ? "message" : path.where(), words(broken));
    }
  }

  private static Unreadable unreadable(PathKeeper path, SAXParseException broken) {
    String element = path == null || path.where().isEmpty() ? "message" : path.where();
    int line = broken.getLineNumber();
    return new Unreadable(line > 0 ? element + " (line " + line + ")" : element, words(broken));
  }

  /** The parser's own words without the number of the rule in the XML Schema specification. */
  private static String words(Exception broken) {
    String said = String.valueOf(broken.getMessage()).replaceFirst("^cvc-[\\w.-]+: ", "").strip();
    return said.length() > LONGEST_PROBLEM ? said.substring(0, LONGEST_PROBLEM) + "…" : said;
  }

  private static Document parse(byte[] body) throws Unreadable {
    try {
      return HardenedXml.builder().parse(new ByteArrayInputStream(body));
    } catch (SAXException | IOException broken) {
      throw new Unreadable("message", words(broken));
    }
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && name.equals(element.getLocalName())
          && NAMESPACE.equals(element.getNamespaceURI())) {
        found.add(element);
      }
    }
    return found;
  }

  static Element child(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(parent.getLocalName() + " has no " + name));
  }

  /**
   * @return empty where the element is absent
   */
  static String text(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .map(element -> element.getTextContent().strip())
        .orElse("");
  }

  static Schema schema(String name) {
    return HardenedXml.schema(new StreamSource(CebXml.class.getResourceAsStream(name)));
  }
}
