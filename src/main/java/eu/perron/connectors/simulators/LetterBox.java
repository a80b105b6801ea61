package eu.perron.connectors.simulators;

import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What simulated partners will tell us later. Kept in the database, so that a simulator that is killed still keeps its
 * word, and delivered through the same doors a real partner uses.
 */
@Component
@Profile("simulators")
public class LetterBox {
  /**
   * Posts to {@code /connect/{partner}/{operation}} after a while, again and again until it is taken.
   *
   * @param after at pace 1; the pace setting stretches or shrinks it, 0 means at once
   */
  public void post(String partner, String operation, String contentType, byte[] body, Duration after) {
    throw new IllegalStateException("not wired yet");
  }

  /** Lays a file into the partner's {@code in} folder after a while. */
  public void file(String partner, String fileName, byte[] body, Duration after) {
    throw new IllegalStateException("not wired yet");
  }
}
