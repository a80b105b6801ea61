package eu.perron.connectors.belgium;

import eu.perron.connectors.belgium.DeclarationParts.Party;
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
    DeclarationParts.party(xml, "Exporter", party(letter.exporter(), letter.eori()));
    DeclarationParts.party(xml, "Consignee", party(letter.consignee(), null));
    xml.group(
        "Declarant", declarant -> declarant.element("identificationNumber", office.declarant()));
    xml.group(
        "Representative",
        representative ->
            representative
                .element("identificationNumber", office.representative())
                .element("status", office.representativeStatus()));
    DeclarationParts.document(
        xml, "SupportingDocument", letter.documents().invoiceType(), letter.documents().invoice());
    DeclarationParts.document(
        xml, "TransportDocument", letter.documents().transportType(), letter.orderNumber());
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
    xml.element("goodsItemNumber", item.number())
        .element("requestedProcedure", item.requestedProcedure())
        .element("previousProcedure", item.previousProcedure())
        .element("descriptionOfGoods", item.description(), DeclarationParts.DESCRIPTION);
    DeclarationParts.combinedNomenclature(xml, item.commodityCode());
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

  private static Party party(Trader trader, String eori) {
    return new Party(
        trader.name(), eori, trader.street(), trader.postcode(), trader.city(), trader.country());
  }
}
