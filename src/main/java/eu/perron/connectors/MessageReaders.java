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
