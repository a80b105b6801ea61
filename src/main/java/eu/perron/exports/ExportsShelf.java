package eu.perron.exports;

import eu.perron.archive.Holding;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaves for the archive with an order or its flight. */
@Component
class ExportsShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("export_declaration", "order_number")
            .foundAs(Role.SPOKEN, "cop_no", "invt_no"),
        Holding.ofOrders("export_document", "order_number"),
        Holding.ofOrders("export_summary_line", "order_number"),
        Holding.ofConsignments("export_waybill_list", "consignment_number")
            .foundAs(Role.SPOKEN, "cop_no"));
  }
}
