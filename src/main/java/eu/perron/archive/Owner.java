package eu.perron.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The room that owns what leaves: it knows who has ended, and keeps what its lists need. */
public interface Owner {
  Kind kind();

  /**
   * Those that ended before, oldest first, beginning after the last one of the page before; not
   * locked.
   *
   * @param after null for the first page
   */
  List<Ended> ended(Instant before, Ended after, int most);

  /**
   * Locks those that are free and have still ended before; what another node holds is left to it.
   */
  List<Ended> lock(Collection<String> numbers, Instant before);

  /** In the transaction in which they leave, while their rows are still there. */
  default void leave(Collection<String> numbers) {}

  /** In the transaction in which it comes back, after its rows. */
  default void comeBack(String number) {}

  /** Nobody may know its persons any more. */
  default void erase(Collection<String> numbers) {}

  /**
   * @param subject by which {@code reference/retention.csv} tells how long it is kept
   */
  record Ended(String number, Instant at, String subject) {}
}
