package eu.perron.compliance;

import eu.perron.compliance.Finding.State;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.sanctions.ClearedParties;
import eu.perron.sanctions.PartyScreener;
import eu.perron.trade.HsCode;
import eu.perron.trade.InvalidIdentifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** May it travel: screens orders, keeps what was found, and what a clerk decided about it. */
@Component
@Transactional
public class Compliance {
  private final Orders orders;
  private final Lists lists;
  private final FindingBook book;
  private final PartyScreener screener;
  private final ClearedParties cleared;
  private final SameDay sameDay;

  Compliance(
      Orders orders,
      Lists lists,
      FindingBook book,
      PartyScreener screener,
      ClearedParties cleared,
      SameDay sameDay) {
    this.orders = orders;
    this.lists = lists;
    this.book = book;
    this.screener = screener;
    this.cleared = cleared;
    this.sameDay = sameDay;
  }

  /**
   * Screens by the law of today; what a clerk accepted of the very same goods is not raised again.
   */
  public Findings screen(String orderNumber) {
    List<Finding> kept = book.of(orderNumber);
    Order order = orders.get(orderNumber);
    Knowledge today = lists.today().into(order.consignee().country());
    List<Finding> open =
        Stream.concat(
                Screening.of(order, today, screener).stream(), sameDay.find(order, today).stream())
            .map(FindingBook::asKept)
            .filter(finding -> kept.stream().noneMatch(old -> settles(old, finding)))
            .toList();
    if (!open.isEmpty() || kept.stream().anyMatch(old -> old.state() == State.OPEN)) {
      book.replaceOpen(orderNumber, open);
    }
    return new Findings(orderNumber, open, rulesBehind(open, today));
  }

  private static boolean settles(Finding old, Finding found) {
    return (old.state() == State.ACCEPTED || old.state() == State.NOTED) && old.isSameAs(found);
  }

  private static List<String> rulesBehind(List<Finding> open, Knowledge knowledge) {
    return open.stream()
        .map(Finding::code)
        .distinct()
        .flatMap(code -> knowledge.rule(code).stream())
        .map(rule -> "%s from %s, %s".formatted(rule.code(), rule.validFrom(), rule.source()))
        .toList();
  }

  /** Everything found about the order, oldest first, decided or not. */
  @Transactional(readOnly = true)
  public List<Finding> findings(String orderNumber) {
    return book.of(orderNumber);
  }

  /**
   * Keeps what a clerk decided about the open findings.
   *
   * @param decision TRAVELS, CORRECTED or REFUSED
   * @param description for the lines whose description is vague, else for all lines with a finding;
   *     blank: as it was
   * @param hsCode for the lines whose code is unknown, else for all lines with a finding; blank, or
   *     no HS code: as it was, and screening finds the line again
   * @return the decision that stands: nobody lets an order travel whose parties were not screened,
   *     it is screened again
   */
  public String record(
      String orderNumber,
      String decision,
      String description,
      String hsCode,
      String note,
      String clerk) {
    State state =
        switch (decision) {
          case "TRAVELS" -> State.ACCEPTED;
          case "CORRECTED" -> State.CORRECTED;
          case "REFUSED" -> State.REFUSED;
          default ->
              throw new IllegalArgumentException(
                  "A review ends with TRAVELS, CORRECTED or REFUSED, not " + decision);
        };
    if (state == State.ACCEPTED && nobodyWasScreened(orderNumber)) {
      return "CORRECTED";
    }
    if (state == State.CORRECTED) {
      correct(orderNumber, description, hsCode);
    } else if (state == State.ACCEPTED) {
      clear(orderNumber, note, clerk);
    }
    book.decide(orderNumber, state, note, clerk);
    return decision;
  }

  /**
   * Compares the parties of an order that is under way with the list in force, and keeps what is
   * new.
   *
   * @return whether something is new: whoever was accepted, noted or stands open already is not
   */
  public boolean screenPartiesAgain(String orderNumber) {
    List<Finding> kept = book.of(orderNumber);
    List<Finding> fresh =
        PartyFindings.of(orders.get(orderNumber), lists.today(), screener).stream()
            .filter(finding -> finding.code() == FindingCode.SANCTIONED_PARTY)
            .map(FindingBook::asKept)
            .filter(finding -> kept.stream().noneMatch(old -> old.isSameAs(finding)))
            .toList();
    if (!fresh.isEmpty()) {
      book.add(orderNumber, fresh);
    }
    return !fresh.isEmpty();
  }

  /** Whether the seller can mend something of what holds it. */
  @Transactional(readOnly = true)
  public boolean waitsForTheSeller(String orderNumber) {
    return open(orderNumber).stream().anyMatch(finding -> finding.code().isCuredBySeller());
  }

  /** By today's law, with what would cure it; without what is confidential. */
  @Transactional(readOnly = true)
  List<SellersFinding> findingsForSeller(String orderNumber) {
    Knowledge today = lists.today();
    return book.of(orderNumber).stream()
        .map(finding -> SellersFinding.of(finding, today.rule(finding.code())))
        .toList();
  }

  /** A party of it may be, or is, a listed one: it does not leave the hub. */
  @Transactional(readOnly = true)
  public boolean isBarred(String orderNumber) {
    return book.hasUnsettled(orderNumber, FindingCode.SANCTIONED_PARTY);
  }

  /** Whether the parties of an order under review are other than its findings say. */
  @Transactional(readOnly = true)
  public boolean hangsOnTheList(String orderNumber) {
    List<Finding> kept = book.of(orderNumber);
    List<Finding> open =
        kept.stream()
            .filter(finding -> finding.state() == State.OPEN && finding.code().isConfidential())
            .toList();
    List<Finding> now =
        PartyFindings.of(orders.get(orderNumber), lists.today(), screener).stream()
            .map(FindingBook::asKept)
            .filter(finding -> kept.stream().noneMatch(old -> settles(old, finding)))
            .toList();
    return now.size() != open.size()
        || now.stream().anyMatch(finding -> open.stream().noneMatch(finding::isSameAs));
  }

  private boolean nobodyWasScreened(String orderNumber) {
    return open(orderNumber).stream()
        .anyMatch(finding -> finding.code() == FindingCode.SANCTIONS_NOT_SCREENED);
  }

  /** Whom the clerk had before their eyes, and no entry that changed since. */
  private void clear(String orderNumber, String note, String clerk) {
    List<Finding> seen =
        open(orderNumber).stream()
            .filter(finding -> finding.code() == FindingCode.SANCTIONED_PARTY)
            .toList();
    if (!seen.isEmpty()) {
      PartyFindings.hits(orders.get(orderNumber), lists.today(), screener).stream()
          .filter(hit -> seen.stream().anyMatch(FindingBook.asKept(hit.finding())::isSameAs))
          .forEach(hit -> cleared.remember(hit.party(), hit.hit(), orderNumber, clerk, note));
    }
  }

  private List<Finding> open(String orderNumber) {
    return book.of(orderNumber).stream().filter(finding -> finding.state() == State.OPEN).toList();
  }

  /** The rules let it go on, and keep what they saw. */
  public void recordNotes(String orderNumber) {
    book.decide(orderNumber, State.NOTED, null, null);
  }

  /** The rules refused it; no clerk was asked. */
  public void recordRefusal(String orderNumber) {
    book.decide(orderNumber, State.REFUSED, "Refused by the rules", null);
  }

  private void correct(String orderNumber, String description, String hsCode) {
    List<Finding> open = open(orderNumber);
    Set<Integer> toDescribe =
        Screening.isBlank(description) ? Set.of() : linesOf(open, FindingCode.VAGUE_DESCRIPTION);
    Set<Integer> toClassify = isHsCode(hsCode) ? linesOf(open, FindingCode.HS_UNKNOWN) : Set.of();
    Order order = orders.get(orderNumber);
    for (int position = 0; position < order.lines().size(); position++) {
      OrderLine line = order.lines().get(position);
      if (toDescribe.contains(position) || toClassify.contains(position)) {
        orders.describe(
            orderNumber,
            position,
            toDescribe.contains(position) ? description.strip() : line.description(),
            toClassify.contains(position) ? HsCode.parse(hsCode).value() : line.hsCode());
      }
    }
  }

  private static Set<Integer> linesOf(List<Finding> open, FindingCode code) {
    Set<Integer> exactly =
        open.stream()
            .filter(finding -> finding.code() == code)
            .map(Finding::line)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return !exactly.isEmpty()
        ? exactly
        : open.stream().map(Finding::line).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static boolean isHsCode(String given) {
    if (Screening.isBlank(given)) {
      return false;
    }
    try {
      HsCode.parse(given);
      return true;
    } catch (InvalidIdentifier invalid) {
      return false;
    }
  }
}
