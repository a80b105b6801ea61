package eu.perron.sanctions;

import java.util.List;

/**
 * What the list says of a party.
 *
 * @param missing why nobody can be screened, a sentence; null: the party was screened
 * @param hits best first, without those that a clerk found not to be meant
 */
public record Screened(String missing, List<Hit> hits) {
  static Screened impossible(String reason) {
    return new Screened(reason, List.of());
  }
}
