package eu.perron.house;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * Parsers for XML that strangers wrote: no document type, so no entities of theirs, and nothing is
 * fetched. The factory is made once: the JDK's builds a whole parser for each feature it is asked
 * for.
 */
public final class HardenedXml {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final SAXParserFactory PARSERS = parsers();
  private static final DocumentBuilderFactory BUILDERS = builders(null);

  private HardenedXml() {}

  /** Knows namespaces, validates nothing; for one document. */
  public static SAXParser parser() {
    try {
      // That several threads may ask a factory at once is promised by nobody.
      synchronized (PARSERS) {
        return PARSERS.newSAXParser();
      }
    } catch (ParserConfigurationException | SAXException impossible) {
      throw lacking(impossible);
    }
  }

  /** The same for whoever wants the document as a tree. */
  public static DocumentBuilder builder() {
    try {
      synchronized (BUILDERS) {
        return BUILDERS.newDocumentBuilder();
      }
    } catch (ParserConfigurationException impossible) {
      throw lacking(impossible);
    }
  }

  private static SAXParserFactory parsers() {
    try {
      SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parsers.setFeature(NO_DOCTYPE, true);
      parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
      parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return parsers;
    } catch (ParserConfigurationException | SAXException impossible) {
      throw lacking(impossible);
    }
  }

  /**
   * Trees that were checked while they were read.
   *
   * @param schema null: unchecked
   * @return for one thread at a time
   */
  public static DocumentBuilderFactory builders(Schema schema) {
    try {
      DocumentBuilderFactory builders = DocumentBuilderFactory.newDefaultNSInstance();
      builders.setSchema(schema);
      builders.setXIncludeAware(false);
      builders.setExpandEntityReferences(false);
      builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      builders.setFeature(NO_DOCTYPE, true);
      return builders;
    } catch (ParserConfigurationException impossible) {
      throw lacking(impossible);
    }
  }

  /**
   * Of ours; it may not fetch anything either.
   *
   * @throws IllegalStateException if it does not load
   */
  public static Schema schema(Source... files) {
    try {
      SchemaFactory schemas = SchemaFactory.newDefaultInstance();
      schemas.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return schemas.newSchema(files);
    } catch (SAXException broken) {
      throw new IllegalStateException("A schema does not load: " + broken.getMessage(), broken);
    }
  }

  private static IllegalStateException lacking(Exception impossible) {
    return new IllegalStateException("The JDK's parser lacks a feature it had", impossible);
  }
}
