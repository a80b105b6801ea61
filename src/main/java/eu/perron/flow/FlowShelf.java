package eu.perron.flow;

import eu.perron.archive.Holding;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What leaves for the archive with an order or its flight; whoever still stands somewhere stays.
 */
@Component
class FlowShelf implements eu.perron.archive.Shelf {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofOrders("flow_journal", "business_key"),
        Holding.ofOrders("flow_answer", "business_key"),
        Holding.ofOrders("flow_wait", "business_key").openWhile(row -> true),
        Holding.ofOrders("flow_task", "business_key").openWhile(row -> true),
        Holding.ofOrders("flow_incident", "business_key").openWhile(row -> true),
        Holding.ofConsignments("flow_journal", "business_key"),
        Holding.ofConsignments("flow_answer", "business_key"),
        Holding.ofConsignments("flow_wait", "business_key").openWhile(row -> true),
        Holding.ofConsignments("flow_task", "business_key").openWhile(row -> true),
        Holding.ofConsignments("flow_incident", "business_key").openWhile(row -> true));
  }
}
