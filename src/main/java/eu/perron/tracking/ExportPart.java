package eu.perron.tracking;

import eu.perron.exports.Exports;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The export declarations of an order. */
@Component
@Order(1)
class ExportPart implements OrderView.Part {
  private final Exports exports;

  ExportPart(Exports exports) {
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
                        each.state(),
                        each.declaredAt(),
                        each.reason())));
  }
}
