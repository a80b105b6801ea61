package eu.perron.freight;

import eu.perron.archive.Holding;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What leaves for the archive with an order or its flight; nobody leaves a flight that is not over.
 */
@Component
class FreightShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("freight_house", "order_number")
            .foundAs(Role.SPOKEN, "lrn", "mrn")
            .foundAs(Role.PART, "consignment_number"),
        Holding.ofOrders("freight_amendment", "order_number"),
        Holding.ofConsignments("air_consignment", "number").root().foundAs(Role.SPOKEN, "awb"),
        Holding.ofConsignments("freight_master_filing", "consignment_number"),
        Holding.ofConsignments("air_booking", "consignment_number"),
        Holding.ofConsignments("air_status", "consignment_number"),
        Holding.ofConsignments("air_milestone", "consignment_number"));
  }

  @Override
  public List<String> staying() {
    return List.of(
        "SELECT h.order_number FROM freight_house h JOIN air_consignment c ON c.number ="
            + " h.consignment_number WHERE h.order_number IN (:numbers) AND c.state NOT IN"
            + " ('PRESENTED', 'EMPTY')");
  }
}
