package eu.perron.connectors.belgium;

import eu.perron.connectors.Unreadable;
import eu.perron.trade.InvalidIdentifier;
import eu.perron.trade.Mrn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message that keeps to the schema.
 *
 * @param name of its root element: IE428 …
 * @param texts by path from the root
 * @param parts of a batch, the messages in it; else none
 */
record IdmsMessage(String name, Map<String, List<String>> texts, List<IdmsMessage> parts) {
  boolean isBatch() {
    return !parts.isEmpty();
  }

  List<String> all(String path) {
    return texts.getOrDefault(name + "/" + path, List.of());
  }

  Optional<String> find(String path) {
    return all(path).stream().findFirst();
  }

  String get(String path) throws Unreadable {
    return find(path).orElseThrow(() -> new Unreadable(name + "/" + path, "is missing"));
  }

  Instant moment(String path) throws Unreadable {
    String given = get(path);
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException noSuchMoment) {
      throw new Unreadable(
          name + "/" + path, given + " is not a moment such as 2026-11-22T14:05:00Z");
    }
  }

  /**
   * @return null where the message names none
   */
  String mrn() throws Unreadable {
    Optional<String> given = find("MRN");
    try {
      return given.map(Mrn::parse).map(Mrn::value).orElse(null);
    } catch (InvalidIdentifier invalid) {
      throw new Unreadable(name + "/MRN", invalid.reason());
    }
  }

  String identification() throws Unreadable {
    return get("Message/messageIdentification");
  }
}
