package eu.perron.tracking;

import eu.perron.retailimports.RetailImports;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The import list of an order that enters China. */
@Component
@Order(3)
class RetailImportPart implements OrderView.Part {
  private final RetailImports imports;

  RetailImportPart(RetailImports imports) {
    this.imports = imports;
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    imports
        .declarations(orderNumber)
        .forEach(
            each ->
                draft.declaration(
                    OrderView.Declaration.electronic(
                        "IMPORT",
                        each.kind(),
                        each.lrn(),
                        each.mrn(),
                        each.state(),
                        each.declaredAt(),
                        each.reason())));
  }
}
