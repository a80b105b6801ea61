package eu.perron.tracking;

import eu.perron.archive.Holding;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaves for the archive with an order. */
@Component
class TrackingShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(Holding.ofOrders("timeline_event", "order_number"));
  }
}
