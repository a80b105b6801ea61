package eu.perron.tracking;

import eu.perron.imports.Imports;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The import declarations of an order. */
@Component
@Order(3)
class ImportPart implements OrderView.Part {
  private final Imports imports;

  ImportPart(Imports imports) {
    this.imports = imports;
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    imports
        .declarations(orderNumber)
        .forEach(
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
  }
}
