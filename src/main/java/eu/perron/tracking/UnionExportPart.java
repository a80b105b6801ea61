package eu.perron.tracking;

import eu.perron.unionexports.UnionExports;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The export declarations of an order that leaves the Union. */
@Component
@Order(1)
class UnionExportPart implements OrderView.Part {
  private final UnionExports exports;

  UnionExportPart(UnionExports exports) {
    this.exports = exports;
  }

  @Override
  public void addTo(OrderView.Draft draft, String orderNumber) {
    exports
        .declarations(orderNumber)
        .forEach(
            each ->
                draft.declaration(
                    OrderView.Declaration.electronic(
                        "EXPORT",
                        each.kind(),
                        each.lrn(),
                        each.mrn(),
                        each.state().name(),
                        each.declaredAt(),
                        each.reason())));
  }
}
