package eu.perron.connectors.bpost;

import com.fasterxml.jackson.databind.JsonNode;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What bpost's answers have in common. */
final class Replies {
  private Replies() {}

  /** An answer that is not the promised JSON is none: the message stays ours and is tried again. */
  static JsonNode read(Reply reply) {
    try {
      JsonNode answer = Wire.parse(reply.body());
      if (answer.isObject()) {
        return answer;
      }
    } catch (IOException broken) {
      throw new PartnerUnavailable("bpost's answer is no JSON", broken);
    }
    throw new PartnerUnavailable("bpost's answer is no JSON object", null);
  }

  /** Why it would not, in its own words; empty if it did. */
  static Optional<String> refusal(JsonNode answer) {
    JsonNode errors = answer.path("errors");
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            StreamSupport.stream(errors.spliterator(), false)
                .map(error -> Wire.text(error, "code") + " " + Wire.text(error, "message"))
                .map(String::strip)
                .collect(Collectors.joining("; ")));
  }
}
