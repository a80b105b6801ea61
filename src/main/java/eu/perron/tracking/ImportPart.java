package eu.perron.tracking;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.duties.Duties;
import eu.perron.duties.NoExchangeRate;
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

/**
 * The import declarations of an order, and by the last of them what the order costs at the door.
 */
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
    if (!declared.isEmpty()) {
      landedCost(draft, orderNumber, declared.get(declared.size() - 1));
    }
  }

  /** By the law of the day of acceptance; until then by today's. */
  private void landedCost(OrderView.Draft draft, String orderNumber, DeclarationRecord inForce) {
    Instant day = inForce.acceptedAt() == null ? clock.instant() : inForce.acceptedAt();
    try {
      draft.landedCost(
          moneyAsText.valueToTree(
              duties.landedCost(
                  orders.get(orderNumber),
                  LocalDate.ofInstant(day, Promises.Zones.of("BE")),
                  inForce.kind(),
                  inForce.additionalProcedure())));
    } catch (NoExchangeRate unknownCurrency) {
      draft.landedCost(null);
    }
  }
}
