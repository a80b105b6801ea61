package eu.perron.retailimports;

import eu.perron.archive.Holding;
import eu.perron.archive.Role;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What leaves for the archive with an order. The buyer's year stays: other orders count with it.
 */
@Component
class RetailImportsShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("retail_import", "order_number"),
        Holding.ofOrders("retail_paper", "order_number").foundAs(Role.SPOKEN, "number", "invt_no"));
  }
}
