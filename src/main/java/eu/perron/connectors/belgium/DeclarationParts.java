package eu.perron.connectors.belgium;

import javax.xml.stream.XMLStreamException;

/** What import and export declarations write alike, with the lengths of their fields. */
final class DeclarationParts {
  static final int DESCRIPTION = 512;
  static final int REFERENCE = 70;

  private static final int NAME = 70;
  private static final int STREET = 70;
  private static final int CITY = 35;
  private static final int POSTCODE = 17;

  private DeclarationParts() {}

  /**
   * @param eori null: has none to declare
   */
  record Party(
      String name, String eori, String street, String postcode, String city, String country) {}

  static void party(IdmsWriter xml, String role, Party party) throws XMLStreamException {
    xml.group(
        role,
        trader ->
            trader
                .element("name", party.name(), NAME)
                .element("identificationNumber", party.eori())
                .group(
                    "Address",
                    address ->
                        address
                            .element("streetAndNumber", party.street(), STREET)
                            .element("postcode", party.postcode(), POSTCODE)
                            .element("city", party.city(), CITY)
                            .element("country", party.country())));
  }

  static void document(IdmsWriter xml, String name, String type, String reference)
      throws XMLStreamException {
    xml.group(
        name,
        document ->
            document.element("type", type).element("referenceNumber", reference, REFERENCE));
  }

  /** With the two digits of TARIC, which an import knows. */
  static void commodityCode(IdmsWriter xml, String code) throws XMLStreamException {
    combinedNomenclature(xml, code);
    xml.element("taricCode", code.length() >= 10 ? code.substring(8, 10) : null);
  }

  /**
   * @param commodityCode of 6, 8 or 10 digits; the two elements take the first eight
   */
  static void combinedNomenclature(IdmsWriter xml, String commodityCode) throws XMLStreamException {
    int length = commodityCode.length();
    xml.element("harmonizedSystemSubheadingCode", commodityCode.substring(0, Math.min(6, length)))
        .element("combinedNomenclatureCode", length >= 8 ? commodityCode.substring(6, 8) : null);
  }
}
