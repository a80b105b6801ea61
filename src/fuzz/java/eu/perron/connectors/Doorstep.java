package eu.perron.connectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.PartnerRefused;
import eu.perron.exchange.PartnerUnavailable;
import eu.perron.exchange.Reply;
import eu.perron.exchange.ReplyReader;
import eu.perron.fuzz.Finding;
import eu.perron.fuzz.Parser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What happens to a partner's message between its arrival and its row in the inbox. */
public final class Doorstep {
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private Doorstep() {}

  public static Parser of(String name, MessageReader reader, Class<?>... helpers) {
    Class<?>[] covers = java.util.Arrays.copyOf(helpers, helpers.length + 1);
    covers[helpers.length] = reader.getClass();
    return Parser.named(name, body -> take(reader, body), covers);
  }

  public static Parser of(String name, ReplyReader reader, String key, Class<?>... helpers) {
    return of(
        name,
        reader,
        new OutgoingMessage(reader.partner(), reader.operation(), key, "", new byte[0]),
        helpers);
  }

  public static Parser of(
      String name, ReplyReader reader, OutgoingMessage sent, Class<?>... helpers) {
    Class<?>[] covers = java.util.Arrays.copyOf(helpers, helpers.length + 1);
    covers[helpers.length] = reader.getClass();
    return Parser.named(
            name, body -> keep(reader.read(sent, new Reply("application/xml", body))), covers)
        .refusingBy(PartnerUnavailable.class, PartnerRefused.class);
  }

  private static void take(MessageReader reader, byte[] body) {
    try {
      MessageReader.Reading reading = MessageReaders.read(reader, body);
      fits("message key", reading.key(), 190);
      keep(reading.arrivals());
      reader.taken(reading);
    } catch (Unreadable problem) {
      MessageReader.Answer answer = reader.refused(problem);
      if (answer.status() < 400 || answer.status() > 499) {
        throw Finding.of("refused with status " + answer.status());
      }
      if (answer.body().getBytes(StandardCharsets.UTF_8).length > 8192) {
        throw Finding.of("refused with a whole book");
      }
    }
  }

  private static void keep(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      fits("arrival key", arrival.key(), 190);
      fits("about", arrival.about(), 120);
      Object content = arrival.content();
      try {
        String kept = JSON.writeValueAsString(content);
        JSON.readValue(kept, content.getClass());
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(kept)) {
          throw Finding.of("characters that cannot be kept are taken");
        }
      } catch (java.io.IOException lost) {
        throw new Finding("what is kept cannot be read again", lost);
      }
    }
  }

  private static void fits(String what, String value, int most) {
    if (value == null || value.isBlank() || value.length() > most) {
      throw Finding.of("%s does not fit its column: %s".formatted(what, value));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw Finding.of(what + " has characters that cannot be kept");
    }
  }
}
