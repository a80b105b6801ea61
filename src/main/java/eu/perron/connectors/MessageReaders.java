package eu.perron.connectors;

import eu.perron.exchange.Arrival;
import eu.perron.exchange.Decoder;
import eu.perron.exchange.Partner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who reads what. */
@Component
class MessageReaders implements Decoder {
  private static final Logger log = LoggerFactory.getLogger(MessageReaders.class);

  /** As wide as the columns of the inbox. */
  private static final int LONGEST_KEY = 190;

  private static final int LONGEST_ABOUT = 120;

  private final List<MessageReader> readers;

  MessageReaders(List<MessageReader> readers) {
    this.readers = readers;
  }

  /**
   * What the reader reads, if the inbox can hold it as it is: a cut identity would make two
   * messages one.
   */
  static MessageReader.Reading read(MessageReader reader, byte[] body) throws Unreadable {
    MessageReader.Reading reading = reader.read(body);
    fits("the identity of the message", reading.key(), LONGEST_KEY);
    for (Arrival arrival : reading.arrivals()) {
      fits("the identity of what it tells", arrival.key(), LONGEST_KEY);
      fits("the number it is about", arrival.about(), LONGEST_ABOUT);
    }
    return reading;
  }

  /** The same; and if a reader stumbles, that is our fault, but no message is lost over it. */
  static MessageReader.Reading readWhatever(MessageReader reader, byte[] body) throws Unreadable {
    try {
      return read(reader, body);
    } catch (RuntimeException | StackOverflowError stumbled) {
      log.error("The reader of {} {} stumbled", reader.partner(), reader.operation(), stumbled);
      throw new Unreadable(
          "the message",
          "our reader stumbled over it ("
              + stumbled.getClass().getSimpleName()
              + "); that is for us to mend, send it again later");
    }
  }

  private static void fits(String what, String value, int most) throws Unreadable {
    if (value == null || value.isBlank()) {
      throw new Unreadable(what, "is missing");
    }
    if (value.length() > most) {
      throw new Unreadable(what, "has more than " + most + " characters: " + value);
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new Unreadable(what, "has halves of characters: " + value);
    }
  }

  Optional<MessageReader> of(String partner, String operation) {
    return Partner.named(partner)
        .flatMap(
            named ->
                readers.stream()
                    .filter(
                        reader -> reader.partner() == named && reader.operation().equals(operation))
                    .findFirst());
  }

  @Override
  public Optional<Decoded> decode(String partner, String operation, byte[] body) {
    return of(partner, operation).map(reader -> decode(reader, body));
  }

  private static Decoded decode(MessageReader reader, byte[] body) {
    try {
      MessageReader.Reading reading = readWhatever(reader, body);
      return new Decoded(reading.key(), reading.arrivals(), null);
    } catch (Unreadable unreadable) {
      return new Decoded(null, List.of(), unreadable.getMessage());
    }
  }

  List<String> operationsOf(String partner) {
    return readers.stream()
        .filter(reader -> reader.partner().id().equals(partner))
        .map(MessageReader::operation)
        .sorted()
        .toList();
  }
}
