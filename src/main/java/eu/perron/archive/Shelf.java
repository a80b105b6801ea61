package eu.perron.archive;

import java.util.List;

/**
 * A room's tables in the archive's eyes. One bean for each room that keeps something of an order or
 * a consignment; a test compares all of them with the database, so that no table is forgotten.
 */
public interface Shelf {
  List<Holding> holdings();

  /**
   * What cannot be seen in one row: queries that answer which of {@code :numbers} must stay though
   * they have ended.
   */
  default List<String> staying() {
    return List.of();
  }
}
