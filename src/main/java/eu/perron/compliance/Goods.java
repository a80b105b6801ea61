package eu.perron.compliance;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.trade.HsCode;
import eu.perron.trade.InvalidIdentifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What screening finds about the goods of one order line. */
final class Goods {
  private final Order order;
  private final OrderLine line;
  private final int position;
  private final Knowledge knowledge;
  private final String description;
  private final List<Finding> findings = new ArrayList<>();

  private Goods(Order order, int position, Knowledge knowledge) {
    this.order = order;
    this.line = order.lines().get(position);
    this.position = position;
    this.knowledge = knowledge;
    this.description = Wording.plain(line.description());
  }

  static List<Finding> of(Order order, int position, Knowledge knowledge) {
    Goods goods = new Goods(order, position, knowledge);
    goods.prohibited();
    goods.findings.addAll(Dangers.of(order, position, knowledge));
    goods.excise();
    goods.restricted();
    goods.classified();
    goods.described();
    goods.valued();
    return goods.findings;
  }

  /** Empty while the rule behind it is not in force. */
  static Optional<Finding> finding(
      Knowledge knowledge, FindingCode code, Integer line, String subject, String what) {
    return knowledge
        .rule(code)
        .map(
            rule ->
                Finding.open(
                    code,
                    line,
                    subject,
                    "%s Law: %s. Cure: %s".formatted(what, rule.law(), rule.cure())));
  }

  private void prohibited() {
    knowledge.prohibitions().stream()
        .filter(
            prohibition ->
                prohibition.byCode()
                    ? line.hsCode().startsWith(prohibition.value())
                    : Wording.contains(description, prohibition.value()))
        .findFirst()
        .ifPresent(
            prohibition ->
                find(
                    FindingCode.PROHIBITED,
                    line.hsCode() + " " + description,
                    "\"%s\" (%s) is prohibited: %s."
                        .formatted(line.description(), line.hsCode(), prohibition.what())));
  }

  private void excise() {
    if (knowledge.excise().stream().anyMatch(line.hsCode()::startsWith)) {
      find(
          FindingCode.EXCISE,
          line.hsCode(),
          "\"%s\" (%s) is excise goods.".formatted(line.description(), line.hsCode()));
    }
  }

  /** What is prohibited all the same needs no licence. */
  private void restricted() {
    boolean prohibited =
        findings.stream().anyMatch(finding -> finding.code() == FindingCode.PROHIBITED);
    if (!prohibited && knowledge.restricted().stream().anyMatch(line.hsCode()::startsWith)) {
      find(
          FindingCode.RESTRICTED,
          line.hsCode(),
          "\"%s\" (%s) may enter with a licence or certificate only."
              .formatted(line.description(), line.hsCode()));
    }
  }

  private void classified() {
    try {
      HsCode code = HsCode.parse(line.hsCode());
      if (!knowledge.knows(code)) {
        find(
            FindingCode.HS_UNKNOWN,
            line.hsCode(),
            knowledge.commodityCodes() == null
                ? "The Harmonized System has no heading %s (%s)."
                    .formatted(code.heading(), line.hsCode())
                : "No subheading %s (%s) stands in the list of commodity codes (%s)."
                    .formatted(code.hs6(), line.hsCode(), knowledge.commodityCodes().source()));
      }
    } catch (InvalidIdentifier invalid) {
      find(
          FindingCode.HS_UNKNOWN,
          line.hsCode(),
          "\"%s\" is no HS code: %s".formatted(line.hsCode(), invalid.reason()));
    }
  }

  private void described() {
    int shortest =
        knowledge
            .rule(FindingCode.VAGUE_DESCRIPTION)
            .map(Knowledge.Rule::limit)
            .map(BigDecimal::intValue)
            .orElse(0);
    List<String> words = Wording.words(line.description());
    if (knowledge.vagueWords().contains(description)
        || words.stream().allMatch(knowledge.vagueWords()::contains)) {
      find(
          FindingCode.VAGUE_DESCRIPTION,
          description,
          "\"%s\" does not say what the goods are.".formatted(line.description()));
    } else if (description.length() < shortest) {
      find(
          FindingCode.VAGUE_DESCRIPTION,
          description,
          "\"%s\" is shorter than %d characters.".formatted(line.description(), shortest));
    }
  }

  private void valued() {
    knowledge
        .price(line.hsCode())
        .ifPresent(
            price -> {
              Optional<BigDecimal> euro = knowledge.inEuro(line.unitPrice(), order.currency());
              String subject =
                  line.hsCode() + " " + line.unitPrice().toPlainString() + " " + order.currency();
              if (euro.isEmpty()) {
                find(
                    FindingCode.UNDERVALUED,
                    subject,
                    "There is no exchange rate for %s, so the price cannot be judged."
                        .formatted(order.currency()));
              } else if (euro.get().compareTo(price.lowest()) < 0) {
                find(
                    FindingCode.UNDERVALUED,
                    subject,
                    "EUR %s for a %s; one usually costs EUR %s, doubted below EUR %s."
                        .formatted(
                            euro.get().toPlainString(),
                            price.what(),
                            price.euro(),
                            price.lowest()));
              }
            });
  }

  private void find(FindingCode code, String subject, String what) {
    finding(knowledge, code, position, subject, "Line " + (position + 1) + ": " + what)
        .ifPresent(findings::add);
  }
}
