package eu.perron.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which room listens to what, and how kept content is handed to it. */
@Component
class ArrivalHandlers {
  private final Map<String, ArrivalHandler<?>> handlers = new HashMap<>();
  private final ObjectMapper json;

  ArrivalHandlers(List<ArrivalHandler<?>> handlers, ObjectMapper json) {
    this.json = json;
    for (ArrivalHandler<?> handler : handlers) {
      ArrivalHandler<?> other =
          this.handlers.put(handler.partner().id() + " " + handler.kind(), handler);
      if (other != null) {
        throw new IllegalStateException(
            "Two handlers for " + handler.kind() + " of " + handler.partner());
      }
    }
  }

  Optional<ArrivalHandler<?>> of(String partner, String kind) {
    return Optional.ofNullable(handlers.get(partner + " " + kind));
  }

  /** Kept content as its handler reads it. */
  record Opened<T>(ArrivalHandler<T> handler, T content) {
    Outcome apply() {
      return handler.apply(content);
    }

    /** As being about what a person said it is about. */
    Outcome applyTo(String number) {
      Match<T> match = handler.match(content, number);
      return match.isPossible() ? handler.apply(match.content()) : Outcome.unmatched(match.why());
    }
  }

  <T> Opened<T> open(ArrivalHandler<T> handler, String content) {
    return new Opened<>(handler, read(handler, content));
  }

  /**
   * @param all of one handler
   */
  <T> void prepare(ArrivalHandler<T> handler, List<Opened<?>> all) {
    handler.prepare(all.stream().map(Opened::content).map(handler.contentType()::cast).toList());
  }

  <T> Match<T> match(ArrivalHandler<T> handler, String content, String number) {
    return handler.match(read(handler, content), number);
  }

  private <T> T read(ArrivalHandler<T> handler, String content) {
    try {
      return json.readValue(content, handler.contentType());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "The kept content of " + handler.kind() + " does not read", broken);
    }
  }
}
