package eu.perron.desk;

import eu.perron.archive.Holding;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was decided for many leaves for the archive with each order and with the flight. */
@Component
class DeskShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("flight_decision_case", "order_number"),
        Holding.ofConsignments("flight_decision", "consignment_number"));
  }
}
