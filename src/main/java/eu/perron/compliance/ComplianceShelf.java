package eu.perron.compliance;

import eu.perron.archive.Holding;
import eu.perron.archive.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaves for the archive with an order. */
@Component
class ComplianceShelf implements Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("compliance_finding", "order_number"),
        Holding.ofOrders("compliance_same_day", "order_number"));
  }
}
