package eu.perron.connectors;

import eu.perron.exchange.Partner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who reads what. */
@Component
class MessageReaders {
  private final List<MessageReader> readers;

  MessageReaders(List<MessageReader> readers) {
    this.readers = readers;
  }

  /**
   * What the reader reads, if the inbox can hold it as it is.
   *
   * @throws Unreadable also when the reader stumbles: its fault is ours, but the message must not be
   *     lost over it
   */
  static MessageReader.Reading read(MessageReader reader, byte[] body) throws Unreadable {
    return reader.read(body);
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

  List<String> operationsOf(String partner) {
    return readers.stream()
        .filter(reader -> reader.partner().id().equals(partner))
        .map(MessageReader::operation)
        .sorted()
        .toList();
  }
}
