package eu.perron.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A letter as it lies in the outbox, ready to be composed. */
public record PostedLetter(String id, String key, String about, String json, ObjectMapper mapper) {
  public <T> T as(Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "Letter " + key + " does not read as " + type.getSimpleName(), broken);
    }
  }
}
