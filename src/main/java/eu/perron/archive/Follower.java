package eu.perron.archive;

import java.time.Instant;
import java.util.Collection;

/** What belongs to many orders at once, and leaves when the last of them has left: messages. */
public interface Follower {
  /**
   * @return how many left, in transactions of its own
   */
  int leave(Instant before, int most);

  /** What an order needs that is brought back, in its transaction. */
  void comeBack(Collection<String> ids);

  /**
   * What nothing in the archive refers to any more, and that is older than anything need be kept.
   *
   * @return how many were erased
   */
  int erase(Instant before, int most);
}
