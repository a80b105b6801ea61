package eu.perron.connectors.belgium;

import eu.perron.connectors.belgium.DeclarationParts.Party;
import eu.perron.connectors.belgium.IdmsWriter.Part;
import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.DeclarationLetter;
import eu.perron.imports.DeclarationLetter.Documents;
import eu.perron.imports.DeclarationLetter.Item;
import eu.perron.imports.DeclarationLetter.ProductIdentifier;
import eu.perron.imports.DeclarationLetter.Trader;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;

/** Writes IE001, the H7 declaration, and IE415, the standard one; several of them in a batch. */
@Component
class IdmsDeclarationComposer implements Composer {
  private final IdmsSettings settings;

  IdmsDeclarationComposer(IdmsSettings settings) {
    this.settings = settings;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "declaration";
  }

  @Override
  public int lettersPerMessage() {
    return settings.declarationsPerMessage();
  }

  /** One declaration goes as it is, several in a batch. */
  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    List<DeclarationLetter> declarations =
        letters.stream().map(letter -> letter.as(DeclarationLetter.class)).toList();
    DeclarationLetter first = declarations.get(0);
    return declarations.size() == 1
        ? new OutgoingMessage(partner(), operation(), first.lrn(), Idms.CONTENT_TYPE, write(first))
        : batch(declarations);
  }

  byte[] write(DeclarationLetter letter) {
    return part(letter).alone();
  }

  private OutgoingMessage batch(List<DeclarationLetter> letters) {
    String lrns = letters.stream().map(DeclarationLetter::lrn).collect(Collectors.joining(" "));
    String identification = "B" + IdmsWriter.identificationOf(lrns);
    Part batch =
        new Part(
            Idms.DECLARATIONS,
            letters.get(0).office().declarant(),
            IdmsWriter.ADMINISTRATION,
            letters.get(0).declaredAt(),
            identification,
            null,
            xml -> {
              for (DeclarationLetter letter : letters) {
                xml.part(part(letter));
              }
            });
    return new OutgoingMessage(
        partner(), operation(), identification, Idms.CONTENT_TYPE, batch.alone());
  }

  private static Part part(DeclarationLetter letter) {
    boolean reduced = letter.kind().equals("H7");
    return new Part(
        reduced ? "IE001" : "IE415",
        letter.office().declarant(),
        IdmsWriter.ADMINISTRATION,
        letter.declaredAt(),
        letter.lrn(),
        null,
        message ->
            message.group(
                "Declaration",
                xml -> {
                  xml.element("additionalDeclarationType", letter.inAdvance() ? "D" : "A")
                      .element("LRN", letter.lrn());
                  if (!reduced) {
                    xml.element("declarationType", "IM");
                  }
                  consignment(xml, letter);
                  if (!reduced) {
                    xml.element("deliveryTerms", letter.incoterm());
                  }
                  amount(
                      xml,
                      "TransportCostsToDestination",
                      letter.transportCost().add(letter.insuranceCost()),
                      letter);
                  if (!reduced) {
                    BigDecimal invoiced =
                        letter.items().stream()
                            .map(Item::price)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    amount(xml, "TotalAmountInvoiced", invoiced, letter);
                  }
                  xml.element("LocationOfGoods", letter.office().locationOfGoods());
                  for (Item item : letter.items()) {
                    xml.group(
                        "GoodsItem",
                        goods -> {
                          if (reduced) {
                            reducedItem(goods, item, letter);
                          } else {
                            standardItem(goods, item, letter);
                          }
                          identifiers(goods, item);
                        });
                  }
                }));
  }

  private static void consignment(IdmsWriter xml, DeclarationLetter letter)
      throws XMLStreamException {
    xml.element("referenceNumberUCR", letter.orderNumber())
        .element("customsOffice", letter.office().customsOffice())
        .element("grossMass", letter.grossMassKg())
        .element("numberOfPackages", letter.packages());
    DeclarationParts.party(xml, "Exporter", party(letter.exporter()));
    DeclarationParts.party(xml, "Importer", party(letter.importer()));
    xml.group(
        "Declarant",
        declarant -> declarant.element("identificationNumber", letter.office().declarant()));
    xml.group(
        "Representative",
        representative ->
            representative
                .element("identificationNumber", letter.office().representative())
                .element("status", letter.office().representativeStatus()));
    if (letter.iossNumber() != null && "F48".equals(letter.additionalProcedure())) {
      xml.group(
          "AdditionalFiscalReference",
          reference ->
              reference
                  .element("role", "FR5")
                  .element("vatIdentificationNumber", letter.iossNumber()));
    }
    Documents documents = letter.documents();
    DeclarationParts.document(
        xml, "PreviousDocument", documents.previousType(), letter.orderNumber());
    DeclarationParts.document(
        xml, "SupportingDocument", documents.invoiceType(), documents.invoiceReference());
    DeclarationParts.document(
        xml, "TransportDocument", documents.transportType(), letter.orderNumber());
  }

  private static void reducedItem(IdmsWriter xml, Item item, DeclarationLetter letter)
      throws XMLStreamException {
    xml.element("goodsItemNumber", item.number())
        .element("additionalProcedure", letter.additionalProcedure());
    amount(xml, "IntrinsicValue", item.price(), letter);
    xml.element("descriptionOfGoods", item.description(), DeclarationParts.DESCRIPTION)
        .element("harmonizedSystemSubheadingCode", item.commodityCode())
        .element("grossMass", item.grossMassKg());
  }

  private static void standardItem(IdmsWriter xml, Item item, DeclarationLetter letter)
      throws XMLStreamException {
    xml.element("goodsItemNumber", item.number())
        .element("requestedProcedure", letter.procedure().requested())
        .element("previousProcedure", letter.procedure().previous())
        .element("additionalProcedure", letter.additionalProcedure());
    amount(xml, "ItemAmountInvoiced", item.price(), letter);
    xml.element("valuationMethod", letter.procedure().valuationMethod())
        .element("preference", letter.procedure().preference())
        .element("countryOfOrigin", item.originCountry())
        .element("descriptionOfGoods", item.description(), DeclarationParts.DESCRIPTION);
    DeclarationParts.commodityCode(xml, item.commodityCode());
    xml.element("netMass", item.netMassKg())
        .element("grossMass", item.grossMassKg())
        .element("supplementaryUnits", item.quantity());
  }

  private static void identifiers(IdmsWriter xml, Item item) throws XMLStreamException {
    for (ProductIdentifier identifier : item.identifiers()) {
      xml.group(
          "ProductIdentifier",
          product ->
              product
                  .element("kind", identifier.kind())
                  .element("value", identifier.value(), DeclarationParts.REFERENCE));
    }
  }

  private static Party party(Trader trader) {
    return new Party(
        trader.name(),
        Operators.eori(trader),
        trader.street(),
        trader.postcode(),
        trader.city(),
        trader.country());
  }

  private static void amount(
      IdmsWriter xml, String name, BigDecimal amount, DeclarationLetter letter)
      throws XMLStreamException {
    xml.group(
        name, money -> money.element("amount", amount).element("currency", letter.currency()));
  }
}
