package eu.perron.connectors.belgium;

import eu.perron.house.XmlBounds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Walks through a message before the validator does, so that a fault is told with the element it
 * was found in.
 */
final class ElementTrail extends DefaultHandler {
  private final Deque<String> open = new ArrayDeque<>();
  private static final String BATCH = "Batch";
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private final List<IdmsMessage> parts = new ArrayList<>();
  private Map<String, List<String>> texts = new LinkedHashMap<>();
  private Map<String, List<String>> textsOfBatch;
  private boolean inPart;
  private final StringBuilder text = new StringBuilder();
  private ValidatorHandler validator;
  private String root;

  void validatedBy(ValidatorHandler next) {
    validator = next;
  }

  IdmsMessage message() {
    return new IdmsMessage(root, texts, List.copyOf(parts));
  }

  /** Path of the element that was open when reading stopped. */
  String where() {
    return open.isEmpty() ? root == null ? "message" : root : path();
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    validator.setDocumentLocator(locator);
  }

  @Override
  public void startDocument() throws SAXException {
    validator.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    validator.endDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    validator.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    validator.endPrefixMapping(prefix);
  }

  @Override
  public void startElement(String uri, String name, String prefixed, Attributes attributes)
      throws SAXException {
    XmlBounds.checkDepth(open.size() + 1);
    if (root == null) {
      root = name;
    }
    if (beginsPart(name)) {
      inPart = true;
      textsOfBatch = texts;
      texts = new LinkedHashMap<>();
    }
    open.addLast(name);
    text.setLength(0);
    validator.startElement(uri, name, prefixed, attributes);
  }

  @Override
  public void endElement(String uri, String name, String prefixed) throws SAXException {
    validator.endElement(uri, name, prefixed);
    String value = text.toString().strip();
    if (!value.isEmpty()) {
      texts
          .computeIfAbsent(pathInMessage(), path -> new ArrayList<>())
          .add(SPACE.matcher(value).replaceAll(" "));
    }
    text.setLength(0);
    open.removeLast();
    if (beginsPart(name)) {
      parts.add(new IdmsMessage(name, texts, List.of()));
      texts = textsOfBatch;
      inPart = false;
    }
  }

  /** What lies under the root of a batch, but for its header, is a message of its own. */
  private boolean beginsPart(String name) {
    return open.size() == 1 && root.endsWith(BATCH) && !name.equals("Message");
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    text.append(chars, start, length);
    validator.characters(chars, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
    validator.ignorableWhitespace(chars, start, length);
  }

  @Override
  public void error(SAXParseException fault) throws SAXException {
    throw fault;
  }

  @Override
  public void fatalError(SAXParseException fault) throws SAXException {
    throw fault;
  }

  private String pathInMessage() {
    return String.join("/", open.stream().skip(inPart ? 1 : 0).toList());
  }

  private String path() {
    return String.join("/", open);
  }
}
