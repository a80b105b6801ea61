package eu.perron.reference;

import java.time.LocalDate;
import java.util.Optional;

/** The lists that were put in force. */
public interface PublishedLists {
  /**
   * @return empty: none counts on that day, so the tables in {@code processes/reference/} do
   */
  Optional<PublishedList> on(ListKind kind, LocalDate day);
}
