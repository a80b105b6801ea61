package eu.perron.compliance;

import eu.perron.compliance.Finding.State;
import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Orders;
import eu.perron.trade.HsCode;
import eu.perron.trade.InvalidIdentifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** May it travel: screens orders, keeps what was found, and what a clerk decided about it. */
@Component
@Transactional
public class Compliance {
  private final Orders orders;
  private final Lists lists;
  private final FindingBook book;

  Compliance(Orders orders, Lists lists, FindingBook book) {
    this.orders = orders;
    this.lists = lists;
    this.book = book;
  }

  /**
   * Screens by the law of today; what a clerk accepted of the very same goods is not raised again.
   */
  public Findings screen(String orderNumber) {
    List<Finding> kept = book.of(orderNumber);
    Knowledge today = lists.today();
    List<Finding> open =
        Screening.of(orders.get(orderNumber), today).stream()
            .map(FindingBook::asKept)
            .filter(
                finding ->
                    kept.stream()
                        .noneMatch(old -> old.state() == State.ACCEPTED && old.isSameAs(finding)))
            .toList();
    if (!open.isEmpty() || kept.stream().anyMatch(old -> old.state() == State.OPEN)) {
      book.replaceOpen(orderNumber, open);
    }
    return new Findings(orderNumber, open, rulesBehind(open, today));
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
   */
  public void record(
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
    if (state == State.CORRECTED) {
      correct(orderNumber, description, hsCode);
    }
    book.decide(orderNumber, state, note, clerk);
  }

  /** The rules refused it; no clerk was asked. */
  public void recordRefusal(String orderNumber) {
    book.decide(orderNumber, State.REFUSED, "Refused by the rules", null);
  }

  private void correct(String orderNumber, String description, String hsCode) {
    List<Finding> open =
        book.of(orderNumber).stream().filter(finding -> finding.state() == State.OPEN).toList();
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
