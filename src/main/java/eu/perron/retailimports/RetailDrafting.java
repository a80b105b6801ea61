package eu.perron.retailimports;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Party;
import eu.perron.retailimports.RetailLetter.Codes;
import eu.perron.retailimports.RetailLetter.Consignee;
import eu.perron.retailimports.RetailLetter.Item;
import eu.perron.retailimports.Valued.Article;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells an order in the words of Chinese retail import. */
@Component
class RetailDrafting {
  private final RetailLaw law;

  RetailDrafting(RetailLaw law) {
    this.law = law;
  }

  RetailLetter letter(Order order, Admissions.Admission admission, Paper paper, LocalDate day) {
    Valued valued = Valued.of(order, law, day);
    BigDecimal tax = admission.tax().total();
    Party to = order.consignee();
    Buyer buyer = admission.buyer();
    String currency = law.of("currency", day);
    return new RetailLetter(
        paper.kind(),
        paper.number(),
        paper.guid(),
        paper.revision() > 1,
        paper.sentAt(),
        order.number(),
        order.placedAt(),
        new RetailLetter.Buyer(to.name(), buyer.telephone(), buyer.idNumber()),
        new Consignee(
            to.name(), buyer.telephone(), String.join(" ", to.city(), to.street(), to.postcode())),
        valued.goods(),
        valued.freight(),
        valued.insurance(),
        tax,
        valued.total().add(tax),
        new Codes(
            currency,
            law.of("tradeMode", day),
            law.of("transport.AIR", day),
            law.of("wrapping", day),
            law.of("country." + order.consignor().country(), day)),
        Math.max(1, order.parcels().size()),
        order.grossWeightKg(),
        order.netWeightKg(),
        IntStream.range(0, valued.articles().size())
            .mapToObj(i -> item(i + 1, valued.articles().get(i), day))
            .toList());
  }

  private Item item(int number, Article article, LocalDate day) {
    OrderLine line = article.line();
    boolean byWeight = article.listed().orElseThrow().byWeight();
    return new Item(
        number,
        firstOf(line.sku(), String.valueOf(number)),
        line.hsCode() + "0".repeat(Math.max(0, 10 - line.hsCode().length())),
        line.description(),
        firstOf(line.manufacturerPartNumber(), line.sku(), line.description()),
        firstOf(line.gtin(), law.of("barcode.absent", day)),
        law.of("country." + line.originCountry(), day),
        line.quantity(),
        law.of("unit.PIECE", day),
        byWeight ? article.netWeightKg() : BigDecimal.valueOf(line.quantity()),
        law.of(byWeight ? "unit.KG" : "unit.PIECE", day),
        article.price(),
        article.totalPrice());
  }

  private static String firstOf(String... candidates) {
    return Stream.of(candidates)
        .filter(candidate -> candidate != null && !candidate.isBlank())
        .findFirst()
        .orElseThrow();
  }
}
