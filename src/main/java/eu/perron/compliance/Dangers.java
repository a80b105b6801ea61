package eu.perron.compliance;

import eu.perron.orders.Order;
import eu.perron.orders.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Domain rule R-DG: on which aircraft an order line may fly, and whether its dangerous goods are
 * named as they must be ({@code UN3481-PI967-II}).
 */
final class Dangers {
  private final Order order;
  private final OrderLine line;
  private final int position;
  private final Knowledge knowledge;
  private final List<Finding> findings = new ArrayList<>();

  private Dangers(Order order, int position, Knowledge knowledge) {
    this.order = order;
    this.line = order.lines().get(position);
    this.position = position;
    this.knowledge = knowledge;
  }

  static List<Finding> of(Order order, int position, Knowledge knowledge) {
    Dangers dangers = new Dangers(order, position, knowledge);
    if (Screening.isBlank(dangers.line.dangerousGoods())) {
      dangers.unnamed();
    } else {
      String[] parts = dangers.line.dangerousGoods().strip().split("-", 3);
      dangers.aircraft(parts[0]);
      dangers.packing(parts);
    }
    return dangers.findings;
  }

  private void unnamed() {
    String description = Wording.plain(line.description());
    knowledge.dangers().stream()
        .filter(danger -> !danger.anyAircraft())
        .filter(
            danger ->
                switch (danger.by()) {
                  case UN -> false;
                  case HS -> line.hsCode().startsWith(danger.value());
                  case WORDS -> Wording.contains(description, danger.value());
                })
        .findFirst()
        .ifPresent(
            danger ->
                find(
                    FindingCode.CARGO_AIRCRAFT_ONLY,
                    line.hsCode() + " " + danger.value(),
                    "\"%s\" (%s): %s."
                        .formatted(line.description(), line.hsCode(), danger.what())));
  }

  /** An unknown UN number is held like cargo aircraft only: nobody has said that it may fly. */
  private void aircraft(String number) {
    Optional<Knowledge.Danger> known =
        knowledge.dangers().stream()
            .filter(danger -> danger.by() == Knowledge.Danger.By.UN)
            .filter(danger -> danger.value().equals(number))
            .findFirst();
    if (known.isEmpty()) {
      find(
          FindingCode.CARGO_AIRCRAFT_ONLY,
          line.dangerousGoods(),
          "%s stands in no row of what may fly.".formatted(number));
    } else if (!known.get().anyAircraft()) {
      find(
          FindingCode.CARGO_AIRCRAFT_ONLY,
          line.dangerousGoods(),
          "%s may fly on cargo aircraft only: %s.".formatted(number, known.get().what()));
    }
  }

  private void packing(String[] parts) {
    List<Knowledge.Packing> ways =
        knowledge.packings().stream().filter(way -> way.number().equals(parts[0])).toList();
    if (ways.isEmpty()) {
      return;
    }
    Optional<Knowledge.Packing> way =
        ways.stream()
            .filter(each -> parts.length == 3)
            .filter(each -> each.instruction().equals(parts[1]))
            .filter(each -> each.section().equals(parts[2]))
            .findFirst();
    if (way.isEmpty()) {
      find(
          FindingCode.BATTERIES_UNCLEAR,
          line.dangerousGoods(),
          "%s is packed by %s; \"%s\" says none of these."
              .formatted(
                  parts[0],
                  ways.stream()
                      .map(each -> each.instruction() + "-" + each.section())
                      .collect(Collectors.joining(", ")),
                  line.dangerousGoods()));
    } else {
      way.map(Knowledge.Packing::netKg).ifPresent(this::weight);
    }
  }

  private void weight(BigDecimal ofPackage) {
    BigDecimal net = line.netWeightKg().multiply(BigDecimal.valueOf(line.quantity()));
    BigDecimal most = ofPackage.multiply(BigDecimal.valueOf(Math.max(1, order.parcels().size())));
    if (net.compareTo(most) > 0) {
      find(
          FindingCode.BATTERIES_UNCLEAR,
          line.dangerousGoods() + " " + net.toPlainString() + " kg",
          "%s kg of %s; a package may hold %s kg."
              .formatted(
                  net.stripTrailingZeros().toPlainString(), line.dangerousGoods(), ofPackage));
    }
  }

  private void find(FindingCode code, String subject, String what) {
    Goods.finding(knowledge, code, position, subject, "Line " + (position + 1) + ": " + what)
        .ifPresent(findings::add);
  }
}
