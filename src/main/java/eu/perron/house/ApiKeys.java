package eu.perron.house;

import java.util.Optional;

/** Tells the lock whose key it is; the sellers' room knows. */
public interface ApiKeys {
  /** The id of the seller whose key this is. */
  Optional<String> ownerOf(String apiKey);
}
