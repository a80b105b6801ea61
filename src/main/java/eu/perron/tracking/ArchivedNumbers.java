package eu.perron.tracking;

import eu.perron.archive.Archive;
import eu.perron.archive.Role;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Numbers on parcels whose order left for the archive; asked after all others. */
@Component
@Order
class ArchivedNumbers implements NumberOnParcel {
  private final Archive archive;

  ArchivedNumbers(Archive archive) {
    this.archive = archive;
  }

  @Override
  public Optional<String> orderOf(String number) {
    return archive
        .find(number)
        .filter(archived -> archived.kind() == eu.perron.archive.Kind.ORDER)
        .map(Archive.Archived::number)
        .or(() -> archive.ownersOf(number, Role.PRINTED).stream().findFirst());
  }
}
