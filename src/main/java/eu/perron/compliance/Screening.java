package eu.perron.compliance;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import eu.perron.orders.Party;
import eu.perron.orders.SaleKind;
import eu.perron.orders.VatScheme;
import eu.perron.sanctions.PartyScreener;
import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.IossNumber;
import eu.perron.trade.MemberStates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at one order with the knowledge of one day and the list in force; what it finds depends on
 * nothing else.
 */
final class Screening {
  private final Order order;
  private final Knowledge knowledge;
  private final List<Finding> findings = new ArrayList<>();

  private Screening(Order order, Knowledge knowledge) {
    this.order = order;
    this.knowledge = knowledge;
  }

  static List<Finding> of(Order order, Knowledge knowledge, PartyScreener screener) {
    Screening screening = new Screening(order, knowledge);
    screening.findings.addAll(PartyFindings.of(order, knowledge, screener));
    screening.iossNumber();
    screening.responsiblePerson();
    for (int position = 0; position < order.lines().size(); position++) {
      screening.findings.addAll(Goods.of(order, position, knowledge));
      screening.identifiers(position);
    }
    return List.copyOf(screening.findings);
  }

  private void iossNumber() {
    if (order.vatScheme() != VatScheme.IOSS) {
      return;
    }
    String given = order.iossNumber() == null ? "" : order.iossNumber();
    if (given.isBlank()) {
      find(
          FindingCode.IOSS_INVALID,
          null,
          "",
          "The VAT scheme is IOSS, but no IOSS number is given.");
      return;
    }
    try {
      IossNumber.parse(given);
    } catch (InvalidIdentifier invalid) {
      find(
          FindingCode.IOSS_INVALID,
          null,
          given,
          "The IOSS number \"%s\" is not valid: %s".formatted(given, invalid.reason()));
    }
  }

  private void responsiblePerson() {
    boolean wanted =
        order.saleKind() == SaleKind.B2C
            && !MemberStates.include(order.consignor().country())
            && MemberStates.include(order.consignee().country());
    Party person = order.euResponsiblePerson();
    if (!wanted) {
      return;
    }
    if (person == null || isBlank(person.name())) {
      find(
          FindingCode.RESPONSIBLE_PERSON_MISSING,
          null,
          "",
          "Consumer goods from outside the Union, and no responsible person in the Union is"
              + " named.");
    } else if (!MemberStates.include(person.country())) {
      find(
          FindingCode.RESPONSIBLE_PERSON_MISSING,
          null,
          String.valueOf(person.country()),
          "The responsible person is in %s, which is not in the Union."
              .formatted(person.country()));
    }
  }

  private void identifiers(int position) {
    OrderLine line = order.lines().get(position);
    boolean missing = isBlank(line.sku()) || isBlank(line.manufacturerPartNumber());
    if (missing && order.saleKind() == SaleKind.B2C && isWithinLimit()) {
      find(
          FindingCode.IDENTIFIERS_MISSING,
          position,
          line.sku() + "/" + line.manufacturerPartNumber(),
          "Line %d has no %s."
              .formatted(
                  position + 1,
                  Stream.of(
                          isBlank(line.sku()) ? "SKU" : null,
                          isBlank(line.manufacturerPartNumber())
                              ? "manufacturer's part number"
                              : null)
                      .filter(java.util.Objects::nonNull)
                      .collect(java.util.stream.Collectors.joining(" and no "))));
    }
  }

  private boolean isWithinLimit() {
    BigDecimal limit =
        knowledge.rule(FindingCode.IDENTIFIERS_MISSING).map(Knowledge.Rule::limit).orElse(null);
    return limit == null
        || knowledge
            .inEuro(order.goodsValue(), order.currency())
            .map(value -> value.compareTo(limit) <= 0)
            .orElse(true);
  }

  private void find(FindingCode code, Integer line, String subject, String what) {
    Goods.finding(knowledge, code, line, subject, what).ifPresent(findings::add);
  }

  static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
