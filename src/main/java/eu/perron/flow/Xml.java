package eu.perron.flow;

import eu.perron.house.HardenedXml;
import eu.perron.house.XmlBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A model as plain XML: the guard looks at everything that is written, not at what an API cares to
 * show.
 */
final class Xml {
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private Xml() {}

  static Document parse(byte[] bytes) {
    try {
      XmlBounds.check(bytes);
      DocumentBuilder reader = HardenedXml.builder();
      reader.setErrorHandler(new DefaultHandler());
      return reader.parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException broken) {
      throw new ModelCheck.Unfit(String.valueOf(broken.getMessage()));
    }
  }

  static void walk(Element element, Consumer<Element> visitor) {
    visitor.accept(element);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        walk(inner, visitor);
      }
    }
  }

  static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        attributes.add(attribute);
      }
    }
    return attributes;
  }

  static String ownText(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(child.getNodeValue());
      }
    }
    return text.toString().strip();
  }

  /** Id of the element, or of the nearest one around it that a person can find in the modeler. */
  static String idNear(Element element) {
    for (Node near = element; near instanceof Element around; near = near.getParentNode()) {
      if (!around.getAttribute("id").isEmpty()
          && !around.getLocalName().endsWith("EventDefinition")) {
        return around.getAttribute("id");
      }
    }
    return "";
  }
}
