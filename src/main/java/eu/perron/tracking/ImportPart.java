package eu.perron.tracking;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.duties.Duties;
import eu.perron.duties.LandedCost;
import eu.perron.duties.NoLaw;
import eu.perron.imports.DeclarationRecord;
import eu.perron.imports.Imports;
import eu.perron.orders.Orders;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The import declarations of an order, and what it costs at the door. */
@Component
@Order(3)
class ImportPart implements OrderView.Part {
  private final Imports imports;
  private final Duties duties;
  private final Orders orders;
  private final Clock clock;
  private final ObjectMapper moneyAsText;

  ImportPart(Imports imports, Duties duties, Orders orders, Clock clock, ObjectMapper json) {
    this.imports = imports;
    this.duties = duties;
    this.orders = orders;
    this.clock = clock;
    this.moneyAsText = json.copy();
    this.moneyAsText
        .configOverride(BigDecimal.class)
        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    List<DeclarationRecord> declared = imports.declarations(orderNumber);
    declared.forEach(
        each ->
            draft.declaration(
                new OrderView.Declaration(
                    "IMPORT",
                    each.kind(),
                    each.lrn(),
                    each.mrn(),
                    each.state().name(),
                    each.declaredAt(),
                    each.acceptedAt(),
                    each.reason(),
                    each.paperReference())));
    eu.perron.orders.Order order = orders.get(orderNumber);
    if (!declared.isEmpty() || order.endedAt() == null) {
      landedCost(draft, order, declared);
    }
  }

  /**
   * By the last declaration and the law of the day of its acceptance; until then by what would be
   * declared today.
   */
  private void landedCost(
      OrderView.Draft draft, eu.perron.orders.Order order, List<DeclarationRecord> declared) {
    try {
      draft.landedCost(moneyAsText.valueToTree(landedCost(order, declared)));
    } catch (NoLaw unknown) {
      draft.landedCost(null);
    }
  }

  private LandedCost landedCost(eu.perron.orders.Order order, List<DeclarationRecord> declared) {
    if (declared.isEmpty()) {
      return duties.landedCost(order, day(clock.instant()));
    }
    DeclarationRecord inForce = declared.get(declared.size() - 1);
    return duties.landedCost(
        order,
        day(inForce.acceptedAt() == null ? clock.instant() : inForce.acceptedAt()),
        inForce.kind(),
        inForce.additionalProcedure());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Promises.Zones.of("BE"));
  }
}
