package eu.perron.house;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParser;
import org.xml.sax.SAXException;

/**
 * What no message and no model comes near, and what readers of XML suffer from: validators take
 * memory with the square of the depth, and whoever walks through a tree walks down on the stack.
 */
public final class XmlBounds {
  private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";
  private static final String DEPTH = JAXP + "maxElementDepth";
  private static final String ATTRIBUTES = JAXP + "elementAttributeLimit";
  private static final String DEEPEST = "100";
  private static final String MOST_ATTRIBUTES = "200";

  private XmlBounds() {}

  public static void set(DocumentBuilderFactory readers) {
    readers.setAttribute(DEPTH, DEEPEST);
    readers.setAttribute(ATTRIBUTES, MOST_ATTRIBUTES);
  }

  public static void set(SAXParser reader) throws SAXException {
    reader.setProperty(DEPTH, DEEPEST);
    reader.setProperty(ATTRIBUTES, MOST_ATTRIBUTES);
  }
}
