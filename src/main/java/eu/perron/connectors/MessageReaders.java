package eu.perron.connectors;

import eu.perron.exchange.Decoder;
import eu.perron.exchange.Partner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who reads what. */
@Component
class MessageReaders implements Decoder {
  private final List<MessageReader> readers;

  MessageReaders(List<MessageReader> readers) {
    this.readers = readers;
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
      MessageReader.Reading reading = reader.read(body);
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
