package eu.perron.imports;

import eu.perron.archive.Holding;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaves for the archive with an order, or with its flight. */
@Component
class ImportsShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("import_declaration", "order_number").foundAs(Role.SPOKEN, "lrn", "mrn"),
        Holding.ofOrders("import_paper", "order_number")
            .foundAs(Role.SPOKEN, "reference", "stamped_number"),
        Holding.ofOrders("import_document", "order_number"),
        Holding.ofOrders("import_correction", "order_number"),
        Holding.ofOrders("import_amendment", "order_number"),
        Holding.ofConsignments("import_storage", "consignment_number"));
  }
}
