package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.house.HardenedXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads a message of the administration, or of ours, against the schema; strangers write here, so
 * nothing is fetched.
 */
final class Idms {
  static final String NAMESPACE = "urn:perron:idms:1";
  static final String CONTENT_TYPE = "application/xml";

  /** Root of several declarations in one message, and of the receipts for them. */
  static final String DECLARATIONS = "DeclarationBatch";

  static final String RECEIPTS = "ReceiptBatch";

  /** Root of several notifications in one message. */
  static final String NOTIFICATIONS = "NotificationBatch";

  private static final int MEGABYTE = 1024 * 1024;
  private static final int MOST = 4;

  /** Documents travel inside their message, a third larger than they are. */
  private static final int MOST_WITH_DOCUMENTS = 12;

  private static final Schema SCHEMA = schema("belgian-customs.xsd");

  private Idms() {}

  /**
   * @throws Unreadable naming the element at fault and the reason
   */
  static IdmsMessage read(byte[] body) throws Unreadable {
    return read(body, SCHEMA);
  }

  /** As {@link #read}, for messages that may carry documents: ours. */
  static IdmsMessage readWithDocuments(byte[] body) throws Unreadable {
    return read(body, SCHEMA, MOST_WITH_DOCUMENTS);
  }

  /** The same for a message of another system of the administration. */
  static IdmsMessage read(byte[] body, Schema schema) throws Unreadable {
    return read(body, schema, MOST);
  }

  private static IdmsMessage read(byte[] body, Schema schema, int mostMegabytes) throws Unreadable {
    if (body.length == 0) {
      throw new Unreadable("message", "is empty; an XML message is wanted");
    }
    if (body.length > mostMegabytes * MEGABYTE) {
      throw new Unreadable("message", "has more than " + mostMegabytes + " MB");
    }
    ElementTrail trail = new ElementTrail();
    try {
      XMLReader reader = HardenedXml.parser().getXMLReader();
      ValidatorHandler validator = schema.newValidatorHandler();
      validator.setErrorHandler(trail);
      validator.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
      trail.validatedBy(validator);
      reader.setContentHandler(trail);
      reader.setErrorHandler(trail);
      reader.parse(new InputSource(new ByteArrayInputStream(body)));
      return trail.message();
    } catch (SAXException | IOException broken) {
      throw new Unreadable(trail.where(), plain(broken.getMessage()));
    }
  }

  static Schema schema(String name) {
    return HardenedXml.schema(new StreamSource(Idms.class.getResource(name).toExternalForm()));
  }

  /** Without the number of the schema rule that was broken, quoting no more than a person reads. */
  private static String plain(String message) {
    String reason =
        message == null
            ? "is not XML"
            : message
                .replaceFirst("^cvc-[\\w.\\-]+: ", "")
                .replaceAll("'([^']{60})[^']*'", "'$1…'");
    return reason.length() <= 300 ? reason : reason.substring(0, 299) + "…";
  }
}
