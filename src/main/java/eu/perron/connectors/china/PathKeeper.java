package eu.perron.connectors.china;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands between parser and validator and knows which element is being read, so that a refusal can
 * name it.
 */
final class PathKeeper extends XMLFilterImpl implements ErrorHandler {
  private record Level(String step, Map<String, Integer> children) {}

  private final Deque<Level> path = new ArrayDeque<>();

  PathKeeper(XMLReader parser) {
    super(parser);
  }

  /** Such as {@code CEB604Message/InventoryReturn[3]/copNo}; empty before the first element. */
  String where() {
    StringBuilder where = new StringBuilder();
    for (Iterator<Level> levels = path.descendingIterator(); levels.hasNext(); ) {
      where.append(where.isEmpty() ? "" : "/").append(levels.next().step());
    }
    return where.toString();
  }

  @Override
  public void startElement(String uri, String name, String qualifiedName, Attributes attributes)
      throws SAXException {
    int position = path.isEmpty() ? 1 : path.peek().children().merge(name, 1, Integer::sum);
    path.push(new Level(position > 1 ? name + "[" + position + "]" : name, new HashMap<>()));
    super.startElement(uri, name, qualifiedName, attributes);
  }

  @Override
  public void endElement(String uri, String name, String qualifiedName) throws SAXException {
    super.endElement(uri, name, qualifiedName);
    path.pop();
  }

  @Override
  public void warning(SAXParseException problem) {}

  @Override
  public void error(SAXParseException problem) throws SAXParseException {
    throw problem;
  }

  @Override
  public void fatalError(SAXParseException problem) throws SAXParseException {
    throw problem;
  }
}
