package eu.perron.connectors.china;

import eu.perron.connectors.Unreadable;
import javax.xml.validation.Schema;
import org.w3c.dom.Element;

/** The messages of retail import; export and import call different things the same. */
final class CebImport {
  static final Schema SCHEMA = CebXml.schema("ceb-import.xsd");

  private CebImport() {}

  /**
   * @throws Unreadable naming the element that breaks the schema, or the line that is no XML
   */
  static Element read(byte[] body) throws Unreadable {
    return CebXml.read(body, SCHEMA);
  }

  /**
   * @param root the message expected, such as {@code CEB622Message}
   */
  static Element read(byte[] body, String root) throws Unreadable {
    return CebXml.read(body, root, SCHEMA);
  }
}
