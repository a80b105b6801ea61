package eu.perron.imports;

import eu.perron.exchange.ArrivalHandler;
import eu.perron.exchange.Outcome;
import eu.perron.exchange.Partner;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hears whether customs took what was declared to lie in temporary storage. */
@Component
class StorageAnswers implements ArrivalHandler<StorageAnswer> {
  private final StorageParts parts;
  private final ApplicationEventPublisher events;

  StorageAnswers(StorageParts parts, ApplicationEventPublisher events) {
    this.parts = parts;
    this.events = events;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String kind() {
    return StorageAnswer.ARRIVAL;
  }

  @Override
  public Class<StorageAnswer> contentType() {
    return StorageAnswer.class;
  }

  @Override
  public Outcome apply(StorageAnswer answer) {
    Optional<StoragePart> meant = parts.find(answer.lrn());
    if (meant.isEmpty()) {
      return Outcome.unmatched("No flight of ours is in temporary storage as " + answer.lrn());
    }
    String consignment = meant.get().consignmentNumber();
    if (parts.hear(answer) && answer.refused()) {
      events.publishEvent(new StorageRefused(consignment, answer.reason()));
    }
    return Outcome.applied(consignment);
  }
}
