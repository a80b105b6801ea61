package eu.perron.unionexports;

import eu.perron.house.Confided;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Party;
import eu.perron.unionexports.ExportDeclarationLetter.Documents;
import eu.perron.unionexports.ExportDeclarationLetter.Item;
import eu.perron.unionexports.ExportDeclarationLetter.Office;
import eu.perron.unionexports.ExportDeclarationLetter.Trader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells an order in the words of an export declaration. */
@Component
class ExportDrafting {
  private final UnionExportPractice practice;

  ExportDrafting(UnionExportPractice practice) {
    this.practice = practice;
  }

  ExportDeclarationLetter letter(Order order, UnionExportDeclaration declaration) {
    LocalDate day = UnionExports.day(declaration.declaredAt());
    boolean simplified = declaration.kind().equals("SIMPLIFIED");
    return new ExportDeclarationLetter(
        declaration.lrn(),
        order.number(),
        simplified,
        declaration.declaredAt(),
        new Office(
            practice.of("declarationType", day),
            practice.of(simplified ? "additionalType.simplified" : "additionalType.standard", day),
            practice.of("exportOffice", day),
            practice.of("exitOffice", day),
            practice.of("locationOfGoods", day),
            practice.of("declarant", day),
            practice.of("representative", day),
            practice.of("representativeStatus", day)),
        trader(order.consignor()),
        Confided.text(declaration.exporterEori()),
        trader(order.consignee()),
        order.incoterm().name(),
        order.currency(),
        order.goodsValue(),
        order.grossWeightKg(),
        Math.max(1, order.parcels().size()),
        new Documents(
            practice.of("invoiceDocumentType", day),
            order.reference(),
            practice.of("transportDocumentType", day)),
        items(order, day));
  }

  /** The cost of transport is divided by price; the last item bears what rounding left over. */
  private List<Item> items(Order order, LocalDate day) {
    String requested = practice.of("requestedProcedure", day);
    String previous = practice.of("previousProcedure", day);
    BigDecimal goods = order.goodsValue();
    BigDecimal transport = order.transportCost().add(order.insuranceCost());
    BigDecimal left = transport;
    List<Item> items = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      boolean last = items.size() == order.lines().size() - 1;
      BigDecimal share =
          last
              ? left
              : transport.multiply(line.price()).divide(goods, 2, RoundingMode.HALF_UP).min(left);
      left = left.subtract(share);
      items.add(
          new Item(
              items.size() + 1,
              requested,
              previous,
              line.description(),
              line.hsCode(),
              line.originCountry(),
              line.quantity(),
              line.price(),
              practice.inEuro(line.price().add(share), order.currency(), day),
              line.netWeightKg().multiply(BigDecimal.valueOf(line.quantity()))));
    }
    return List.copyOf(items);
  }

  private static Trader trader(Party party) {
    return new Trader(
        party.name(), party.street(), party.postcode(), party.city(), party.country());
  }
}
