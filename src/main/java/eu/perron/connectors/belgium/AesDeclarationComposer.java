package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.unionexports.ExportDeclarationLetter;
import eu.perron.unionexports.ExportDeclarationLetter.Item;
import eu.perron.unionexports.ExportDeclarationLetter.Trader;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;

/** Writes IE515, the export declaration, in full or simplified. */
@Component
class AesDeclarationComposer implements Composer {
  private static final int NAME = 70;
  private static final int STREET = 70;
  private static final int CITY = 35;
  private static final int POSTCODE = 17;
  private static final int DESCRIPTION = 512;
  private static final int REFERENCE = 70;

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "export-declaration";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    ExportDeclarationLetter letter = letters.get(0).as(ExportDeclarationLetter.class);
    return new OutgoingMessage(
        partner(), operation(), letter.lrn(), Idms.CONTENT_TYPE, write(letter));
  }

  byte[] write(ExportDeclarationLetter letter) {
    return Aes.ours(
        "IE515",
        letter.office().declarant(),
        letter.declaredAt(),
        letter.lrn(),
        message -> message.group("Declaration", xml -> declaration(xml, letter)));
  }

  private static void declaration(IdmsWriter xml, ExportDeclarationLetter letter)
      throws XMLStreamException {
    ExportDeclarationLetter.Office office = letter.office();
    xml.element("LRN", letter.lrn())
        .element("declarationType", office.declarationType())
        .element("additionalDeclarationType", office.additionalType())
        .element("referenceNumberUCR", letter.orderNumber())
        .element("customsOfficeOfExport", office.export())
        .element("customsOfficeOfExit", office.exit())
        .element("grossMass", letter.grossWeightKg())
        .element("numberOfPackages", letter.packages());
    trader(xml, "Exporter", letter.exporter(), letter.eori());
    trader(xml, "Consignee", letter.consignee(), null);
    xml.group(
        "Declarant", declarant -> declarant.element("identificationNumber", office.declarant()));
    xml.group(
        "Representative",
        representative ->
            representative
                .element("identificationNumber", office.representative())
                .element("status", office.representativeStatus()));
    document(
        xml, "SupportingDocument", letter.documents().invoiceType(), letter.documents().invoice());
    document(xml, "TransportDocument", letter.documents().transportType(), letter.orderNumber());
    xml.element("deliveryTerms", letter.incoterm());
    xml.group(
        "TotalAmountInvoiced",
        total -> total.element("amount", letter.invoiced()).element("currency", letter.currency()));
    xml.element("countryOfExport", letter.exporter().country())
        .element("countryOfDestination", letter.consignee().country())
        .element("LocationOfGoods", office.locationOfGoods());
    for (Item item : letter.items()) {
      xml.group("GoodsItem", goods -> item(goods, item, letter));
    }
  }

  private static void item(IdmsWriter xml, Item item, ExportDeclarationLetter letter)
      throws XMLStreamException {
    String code = item.commodityCode();
    xml.element("goodsItemNumber", item.number())
        .element("requestedProcedure", item.requestedProcedure())
        .element("previousProcedure", item.previousProcedure())
        .element("descriptionOfGoods", item.description(), DESCRIPTION)
        .element("harmonizedSystemSubheadingCode", code.substring(0, Math.min(6, code.length())))
        .element("combinedNomenclatureCode", code.length() >= 8 ? code.substring(6, 8) : null);
    xml.group(
        "ItemAmountInvoiced",
        amount -> amount.element("amount", item.amount()).element("currency", letter.currency()));
    if (!letter.simplified()) {
      xml.element("statisticalValue", item.statisticalValueEur())
          .element("netMass", item.netWeightKg())
          .element("supplementaryUnits", item.quantity())
          .element("countryOfOrigin", item.originCountry());
    }
  }

  private static void trader(IdmsWriter xml, String role, Trader trader, String eori)
      throws XMLStreamException {
    xml.group(
        role,
        party ->
            party
                .element("name", trader.name(), NAME)
                .element("identificationNumber", eori)
                .group(
                    "Address",
                    address ->
                        address
                            .element("streetAndNumber", trader.street(), STREET)
                            .element("postcode", trader.postcode(), POSTCODE)
                            .element("city", trader.city(), CITY)
                            .element("country", trader.country())));
  }

  private static void document(IdmsWriter xml, String name, String type, String reference)
      throws XMLStreamException {
    xml.group(
        name,
        document ->
            document.element("type", type).element("referenceNumber", reference, REFERENCE));
  }
}
