package eu.perron.imports;

import java.util.Optional;

/** What the goods flew with; the flow introduces the room that knows. */
public interface Flights {
  /**
   * @return the consignment's number; empty: no flight of ours
   */
  Optional<String> consignmentOf(String orderNumber);
}
