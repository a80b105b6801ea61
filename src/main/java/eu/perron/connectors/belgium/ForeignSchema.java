package eu.perron.connectors.belgium;

import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * Messages whose schema we do not hold: a root that we know and XML below it is all that we ask.
 *
 * @param namespace blank: none
 */
record ForeignSchema(String namespace, String... roots) {
  static final String WCO = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";
  static final String NCTS = "http://ncts.dgtaxud.ec";

  static Schema of(ForeignSchema... namespaces) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(
          Arrays.stream(namespaces).map(ForeignSchema::source).toArray(Source[]::new));
    } catch (SAXException impossible) {
      throw new IllegalStateException(
          "The schema of " + Arrays.toString(namespaces) + " does not load", impossible);
    }
  }

  private Source source() {
    String elements =
        Arrays.stream(roots)
            .map(
                root ->
                    """
                    <xs:element name="%s"><xs:complexType><xs:sequence>
                      <xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
                    </xs:sequence></xs:complexType></xs:element>
                    """
                        .formatted(root))
            .collect(Collectors.joining());
    return new StreamSource(
        new StringReader(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"%s>%s</xs:schema>
            """
                .formatted(
                    namespace.isEmpty() ? "" : " targetNamespace=\"" + namespace + "\"",
                    elements)));
  }
}
