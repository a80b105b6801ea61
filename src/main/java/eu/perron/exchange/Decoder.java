package eu.perron.exchange;

import java.util.List;
import java.util.Optional;

/** Reads a partner's message as its door does today; the connectors do it. Changes nothing. */
public interface Decoder {
  /**
   * @return empty if no door of ours takes this operation from this partner
   */
  Optional<Decoded> decode(String partner, String operation, byte[] body);

  /**
   * What stands in a message.
   *
   * @param key the partner's identity for it; null if it cannot be read
   * @param problem why it cannot be read; null if it can
   */
  record Decoded(String key, List<Arrival> arrivals, String problem) {
    public boolean isReadable() {
      return problem == null;
    }
  }
}
