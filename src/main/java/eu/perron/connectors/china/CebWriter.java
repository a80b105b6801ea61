package eu.perron.connectors.china;

import eu.perron.house.HardenedXml;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Builds one message, element by element in the order they are given. */
final class CebWriter {
  private static final TransformerFactory TRANSFORMERS = transformers();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(CHINA);
  static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(CHINA);
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd").withZone(CHINA);

  private final Document document;
  private final Element root;

  CebWriter(String message, String guid) {
    document = HardenedXml.builder().newDocument();
    document.setXmlStandalone(true);
    root = document.createElementNS(CebXml.NAMESPACE, "ceb:" + message);
    root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:ceb", CebXml.NAMESPACE);
    root.setAttribute("guid", guid);
    root.setAttribute("version", "1.0");
    document.appendChild(root);
  }

  Element root() {
    return root;
  }

  Group group(String name) {
    return new Group(root).group(name);
  }

  /** What stands in an element: groups, and texts no longer than the specification allows. */
  record Group(Element element) {
    Group group(String name) {
      return new Group(append(name));
    }

    Group text(String name, String value, int most) {
      append(name).setTextContent(fit(value, most));
      return this;
    }

    /** Left out if there is nothing to say: an empty element would break a fixed length. */
    Group optional(String name, String value, int most) {
      return fit(value, most).isEmpty() ? this : text(name, value, most);
    }

    Group code(String name, String value) {
      append(name).setTextContent(value);
      return this;
    }

    Group number(String name, BigDecimal value) {
      return code(
          name, value.setScale(5, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
    }

    Group number(String name, int value) {
      return code(name, String.valueOf(value));
    }

    Group time(String name, Instant at) {
      return code(name, SECONDS.format(at));
    }

    private Element append(String name) {
      Element child = element.getOwnerDocument().createElementNS(CebXml.NAMESPACE, "ceb:" + name);
      element.appendChild(child);
      return child;
    }
  }

  /** Cut to so many characters, without those XML cannot carry; runs of blanks become one. */
  static String fit(String value, int most) {
    if (value == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder();
    value
        .codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
        .forEach(kept::appendCodePoint);
    String clean = kept.toString().strip().replaceAll(" {2,}", " ");
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, most)).strip();
  }

  /** One element a line, for the people who open a message; before it is signed. */
  CebWriter laidOut() {
    layOut(root, "\n");
    return this;
  }

  private void layOut(Element element, String line) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        element.insertBefore(document.createTextNode(line + "  "), inner);
        layOut(inner, line + "  ");
      }
    }
    if (element.getLastChild() instanceof Element) {
      element.appendChild(document.createTextNode(line));
    }
  }

  byte[] bytes() {
    try {
      Transformer transformer = transformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      transformer.setOutputProperty(OutputKeys.INDENT, "no");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(document), new StreamResult(bytes));
      return bytes.toByteArray();
    } catch (TransformerException broken) {
      throw new IllegalStateException("A document built here can be written", broken);
    }
  }

  /** To look for a factory takes longer than to write the message. */
  private static Transformer transformer() throws TransformerConfigurationException {
    synchronized (TRANSFORMERS) {
      return TRANSFORMERS.newTransformer();
    }
  }

  private static TransformerFactory transformers() {
    try {
      TransformerFactory transformers = TransformerFactory.newDefaultInstance();
      transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return transformers;
    } catch (TransformerConfigurationException impossible) {
      throw new IllegalStateException("This Java writes no XML", impossible);
    }
  }
}
