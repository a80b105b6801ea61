package eu.perron.flow;

import eu.perron.freight.Freight;
import eu.perron.imports.Flights;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Introduces the freight room to the imports room, which do not know each other. */
@Component
class FlightsForImports implements Flights {
  private final Freight freight;

  FlightsForImports(Freight freight) {
    this.freight = freight;
  }

  @Override
  public Optional<String> consignmentOf(String orderNumber) {
    return freight.consignmentNumberOf(orderNumber);
  }
}
