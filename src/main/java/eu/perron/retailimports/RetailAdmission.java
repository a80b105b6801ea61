package eu.perron.retailimports;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.retailimports.Admissions.Admission;
import eu.perron.trade.HsCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an order may enter China as retail import: what the table says, and what a clerk does.
 */
@Component
@Transactional
public class RetailAdmission {
  private final RetailLaw law;
  private final Admissions admissions;
  private final Orders orders;
  private final Clock clock;

  RetailAdmission(RetailLaw law, Admissions admissions, Orders orders, Clock clock) {
    this.law = law;
    this.admissions = admissions;
    this.orders = orders;
    this.clock = clock;
  }

  /** By the law of today; the buyer's year is this one in China. */
  public RetailMeasure assess(String orderNumber) {
    Order order = orders.get(orderNumber);
    LocalDate day = RetailLaw.day(now());
    Valued valued = Valued.of(order, law, day);
    Buyer buyer = buyerOf(order);
    BigDecimal spent =
        buyer.isIdentified()
            ? admissions.spent(buyer.idNumber(), day.getYear(), orderNumber)
            : BigDecimal.ZERO;
    return new RetailMeasure(
        valued.isListed(),
        buyer.isIdentified(),
        valued.total(),
        valued.total().add(spent),
        valued.isSingleItem(),
        day);
  }

  /**
   * Keeps what the table said. What may enter counts from now on.
   *
   * @param verdict RETAIL, FULL_TAX (if a clerk agrees) or HOLD
   */
  public void admit(String orderNumber, String verdict) {
    admit(orderNumber, verdict, false);
  }

  /**
   * Keeps what a clerk decided about an order that does not enter by itself.
   *
   * @param decision FULL_TAX, CHECK_AGAIN or SEND_BACK
   * @param hsCode of the first line that is on no list; blank leaves it
   * @param idNumber of the buyer; blank leaves it
   * @param telephone of the buyer; blank leaves it
   * @return the decision that stands: full taxes only if the table offered them, else it is looked
   *     at again
   */
  public String decide(
      String orderNumber, String decision, String hsCode, String idNumber, String telephone) {
    Admission before = of(orderNumber);
    if (decision.equals("FULL_TAX")) {
      if (!before.verdict().equals("FULL_TAX")) {
        return "CHECK_AGAIN";
      }
      admit(orderNumber, "FULL_TAX", true);
    } else if (decision.equals("CHECK_AGAIN")) {
      correct(before, unlisted(orderNumber), null, hsCode, idNumber, telephone);
    }
    return decision;
  }

  private void admit(String orderNumber, String verdict, boolean inFull) {
    Order order = orders.get(orderNumber);
    Instant now = now();
    LocalDate day = RetailLaw.day(now);
    Valued valued = Valued.of(order, law, day);
    Buyer buyer = buyerOf(order);
    admissions.save(
        new Admission(
            orderNumber,
            buyer,
            verdict,
            inFull,
            valued.total(),
            valued.tax(inFull, new BigDecimal(law.of("taxPercent", day)))),
        now);
    if (verdict.equals("RETAIL") || inFull) {
      admissions.count(orderNumber, buyer.idNumber(), day.getYear(), valued.total());
    } else {
      admissions.release(orderNumber);
    }
  }

  /** What is left blank stays as it is. */
  void correct(
      Admission before,
      int position,
      String description,
      String hsCode,
      String idNumber,
      String telephone) {
    Order order = orders.get(before.orderNumber());
    OrderLine line = order.lines().get(Math.min(position, order.lines().size() - 1));
    OrderLine corrected =
        line.described(
            isBlank(description) ? line.description() : description.strip(),
            isBlank(hsCode) ? line.hsCode() : HsCode.parse(hsCode).value());
    if (!corrected.equals(line)) {
      orders.describe(
          order.number(), order.lines().indexOf(line), corrected.description(), corrected.hsCode());
    }
    Buyer buyer =
        new Buyer(
            isBlank(idNumber) ? before.buyer().idNumber() : plain(idNumber),
            isBlank(telephone) ? before.buyer().telephone() : telephone.strip());
    admissions.save(
        new Admission(
            order.number(),
            buyer,
            before.verdict(),
            before.inFull(),
            before.valueYuan(),
            before.tax()),
        now());
  }

  private int unlisted(String orderNumber) {
    List<Valued.Article> articles =
        Valued.of(orders.get(orderNumber), law, RetailLaw.day(now())).articles();
    for (int i = 0; i < articles.size(); i++) {
      if (articles.get(i).listed().isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  /** As a clerk corrected it, else as the seller said. */
  private Buyer buyerOf(Order order) {
    return admissions
        .find(order.number())
        .map(Admission::buyer)
        .orElseGet(
            () -> new Buyer(plain(order.consignee().registration()), order.consignee().phone()));
  }

  /**
   * @throws NoSuchElementException if it was never assessed
   */
  Admission of(String orderNumber) {
    return admissions
        .find(orderNumber)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Order %s was never assessed for retail import".formatted(orderNumber)));
  }

  private static String plain(String idNumber) {
    return idNumber == null ? null : idNumber.strip().toUpperCase(Locale.ROOT);
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
