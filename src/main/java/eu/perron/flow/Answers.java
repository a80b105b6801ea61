package eu.perron.flow;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Moves waiting orders and consignments on. */
@Component
class Answers {
  /**
   * Gives a waiting process its answer, in the caller's transaction. Nobody waiting yet is no error: the answer is
   * kept and given as soon as the wait begins.
   *
   * @param key order or consignment number
   */
  void give(WaitFor wait, String key, String answer) {
    throw new IllegalStateException("not wired yet");
  }

  /** The same answer for many, as when a flight arrives: kept by one statement, given batch by batch. */
  void giveAll(WaitFor wait, Collection<String> keys, String answer) {
    throw new IllegalStateException("not wired yet");
  }
}
