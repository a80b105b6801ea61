package eu.perron.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Asks the database which versions count, every few seconds; reads each of them once. */
@Component
class ListsInForce implements PublishedLists {
  /** A list put in force on another node is seen so much later at most. */
  private static final long TRUSTED_NANOS = 5_000_000_000L;

  private final ListShelf shelf;
  private final Map<Long, PublishedList> read = new ConcurrentHashMap<>();
  private volatile Known known;

  ListsInForce(ListShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * @param inForce the one that began last comes first
   */
  private record Known(List<ListVersion> inForce, long since) {}

  @Override
  public Optional<PublishedList> on(ListKind kind, LocalDate day) {
    return inForce().stream()
        .filter(version -> version.kind() == kind && !day.isBefore(version.countsFrom()))
        .findFirst()
        .map(
            version ->
                read.computeIfAbsent(
                    version.version(),
                    number -> new PublishedList(version, shelf.read(number).entries())));
  }

  void changed() {
    known = null;
  }

  private List<ListVersion> inForce() {
    Known now = known;
    if (now == null || System.nanoTime() - now.since() > TRUSTED_NANOS) {
      now = new Known(shelf.inForce(), System.nanoTime());
      known = now;
    }
    return now.inForce();
  }
}
