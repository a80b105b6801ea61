package eu.perron.unionexports;

import eu.perron.archive.Holding;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaves for the archive with an order. */
@Component
class UnionExportsShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("union_export", "order_number").foundAs(Role.SPOKEN, "lrn", "mrn"));
  }
}
