package eu.perron.tracking;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.duties.Duties;
import eu.perron.duties.LandedCost;
import eu.perron.duties.LandedCosts;
import eu.perron.duties.NoLaw;
import eu.perron.imports.DeclarationRecord;
import eu.perron.imports.Imports;
import eu.perron.orders.Order;
import eu.perron.orders.Orders;
import eu.perron.retailimports.RetailImports;
import eu.perron.retailimports.RetailRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an order costs at the door: by its last declaration and the law of the day of acceptance;
 * until there is one by what would be declared today.
 */
@Component
@org.springframework.core.annotation.Order(3)
class LandedCostPart implements OrderView.Part {
  private final Imports imports;
  private final RetailImports retailImports;
  private final Duties duties;
  private final LandedCosts costs;
  private final Orders orders;
  private final Clock clock;
  private final ObjectMapper moneyAsText;

  LandedCostPart(
      Imports imports,
      RetailImports retailImports,
      Duties duties,
      LandedCosts costs,
      Orders orders,
      Clock clock,
      ObjectMapper json) {
    this.imports = imports;
    this.retailImports = retailImports;
    this.duties = duties;
    this.costs = costs;
    this.orders = orders;
    this.clock = clock;
    this.moneyAsText = json.copy();
    this.moneyAsText
        .configOverride(BigDecimal.class)
        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    try {
      cost(orders.get(orderNumber))
          .ifPresent(cost -> draft.landedCost(moneyAsText.valueToTree(cost)));
    } catch (NoLaw unknown) {
      draft.landedCost(null);
    }
  }

  private Optional<LandedCost> cost(Order order) {
    List<DeclarationRecord> declared = imports.declarations(order.number());
    if (!declared.isEmpty()) {
      DeclarationRecord inForce = declared.get(declared.size() - 1);
      Instant accepted = inForce.acceptedAt() == null ? clock.instant() : inForce.acceptedAt();
      return Optional.of(
          duties.landedCost(order, day(accepted), inForce.kind(), inForce.additionalProcedure()));
    }
    List<RetailRecord> lists = retailImports.declarations(order.number());
    if (!lists.isEmpty()) {
      return Optional.of(costs.of(order, day(lists.get(lists.size() - 1).declaredAt())));
    }
    return order.endedAt() == null
        ? Optional.of(costs.of(order, day(clock.instant())))
        : Optional.empty();
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Promises.Zones.of("BE"));
  }
}
