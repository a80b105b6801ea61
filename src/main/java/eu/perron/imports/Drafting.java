package eu.perron.imports;

import eu.perron.imports.DeclarationLetter.Documents;
import eu.perron.imports.DeclarationLetter.Item;
import eu.perron.imports.DeclarationLetter.Office;
import eu.perron.imports.DeclarationLetter.Procedure;
import eu.perron.imports.DeclarationLetter.ProductIdentifier;
import eu.perron.imports.DeclarationLetter.Trader;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Party;
import eu.perron.orders.VatScheme;
import eu.perron.trade.Liege;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes an order down as a declaration. */
@Component
class Drafting {
  private static final int SUBHEADING = 6;

  private final Practice practice;
  private final Tariff tariff;
  private final ImportSettings settings;

  Drafting(Practice practice, Tariff tariff, ImportSettings settings) {
    this.practice = practice;
    this.tariff = tariff;
    this.settings = settings;
  }

  DeclarationLetter letter(ImportDeclaration declaration, Order order, LocalDate day) {
    return new DeclarationLetter(
        declaration.lrn(),
        declaration.kind(),
        declaration.additionalProcedure(),
        declaration.isInAdvance(),
        order.number(),
        declaration.declaredAt(),
        new Office(
            practice.get("customsOffice", day),
            practice.get("locationOfGoods", day),
            settings.declarant(),
            settings.representative(),
            settings.representativeStatus()),
        trader(order.consignor()),
        trader(order.consignee()),
        order.vatScheme() == VatScheme.IOSS ? order.iossNumber() : null,
        new Procedure(
            practice.get("requestedProcedure", day),
            practice.get("previousProcedure", day),
            practice.get("preference", day),
            practice.get("valuationMethod", day)),
        order.incoterm().name(),
        order.currency(),
        order.transportCost(),
        order.insuranceCost(),
        order.grossWeightKg(),
        Math.max(1, order.parcels().size()),
        new Documents(
            practice.get("previousDocumentType", day),
            practice.get("transportDocumentType", day),
            practice.get("invoiceDocumentType", day),
            order.reference()),
        items(order, declaration.kind(), day));
  }

  PresentationLetter presentation(ImportDeclaration declaration) {
    return new PresentationLetter(
        declaration.lrn(),
        declaration.mrn(),
        declaration.presentedAt(),
        settings.declarant(),
        practice.get("locationOfGoods", dayOf(declaration.presentedAt())));
  }

  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, Liege.TIME);
  }

  DocumentsLetter.Attached attached(CustomsDocument document) {
    LocalDate day = dayOf(document.uploadedAt());
    return new DocumentsLetter.Attached(
        document.id(),
        practice.get("documentType." + document.kind(), day),
        document.name(),
        document.contentType(),
        document.sha256());
  }

  /** Lines of the same goods become one item, as customs counts them. */
  private List<Item> items(Order order, String kind, LocalDate day) {
    List<Item> items = new ArrayList<>();
    for (List<Integer> positions : tariff.items(order, kind, day)) {
      List<OrderLine> lines = positions.stream().map(order.lines()::get).toList();
      OrderLine first = lines.get(0);
      BigDecimal net =
          lines.stream().map(Drafting::netMass).reduce(BigDecimal.ZERO, BigDecimal::add);
      items.add(
          new Item(
              items.size() + 1,
              first.description(),
              code(kind, first.hsCode()),
              first.originCountry(),
              lines.stream().mapToInt(OrderLine::quantity).sum(),
              lines.stream().map(OrderLine::price).reduce(BigDecimal.ZERO, BigDecimal::add),
              net,
              grossMass(order, net),
              identifiers(lines)));
    }
    return items;
  }

  /** The six digits of the subheading [18 09 056] on an H7. */
  private static String code(String kind, String hsCode) {
    return kind.equals("H7") && hsCode.length() > SUBHEADING
        ? hsCode.substring(0, SUBHEADING)
        : hsCode;
  }

  private static BigDecimal netMass(OrderLine line) {
    return line.netWeightKg().multiply(BigDecimal.valueOf(line.quantity()));
  }

  /** The packing weighs on each item as the goods do. */
  private static BigDecimal grossMass(Order order, BigDecimal net) {
    BigDecimal all = order.netWeightKg();
    return all.signum() == 0
        ? order.grossWeightKg()
        : order.grossWeightKg().multiply(net).divide(all, 3, RoundingMode.HALF_UP);
  }

  private static List<ProductIdentifier> identifiers(List<OrderLine> lines) {
    List<ProductIdentifier> identifiers = new ArrayList<>();
    for (OrderLine line : lines) {
      identify(identifiers, "MERCHANT", line.sku());
      identify(identifiers, "MANUFACTURER", line.manufacturerPartNumber());
      identify(identifiers, "STANDARD", line.gtin());
    }
    return identifiers.stream().distinct().toList();
  }

  private static void identify(List<ProductIdentifier> identifiers, String kind, String value) {
    if (value != null && !value.isBlank()) {
      identifiers.add(new ProductIdentifier(kind, value));
    }
  }

  private static Trader trader(Party party) {
    return new Trader(
        party.name(),
        party.registration(),
        party.street(),
        party.postcode(),
        party.city(),
        party.country());
  }
}
