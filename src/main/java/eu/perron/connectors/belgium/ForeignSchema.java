package eu.perron.connectors.belgium;

import eu.perron.house.HardenedXml;
import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;

/**
 * Messages whose schema we do not hold: a root that we know and XML below it is all that we ask.
 *
 * @param namespace blank: none
 */
record ForeignSchema(String namespace, String... roots) {
  static final String WCO = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2";
  static final String NCTS = "http://ncts.dgtaxud.ec";

  static Schema of(ForeignSchema... namespaces) {
    return HardenedXml.schema(
        Arrays.stream(namespaces).map(ForeignSchema::source).toArray(Source[]::new));
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
