package eu.perron.orders;

import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes orders, each once: the unique key of seller and reference decides, also between two nodes.
 */
@Component
class Intake {
  private static final int TRIES = 5;

  private final OrderRepository repository;
  private final ArchivedOrders archived;
  private final Orders orders;
  private final OrderNumbers numbers;
  private final ContentHash hash;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Intake(
      OrderRepository repository,
      ArchivedOrders archived,
      Orders orders,
      OrderNumbers numbers,
      ContentHash hash,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.archived = archived;
    this.orders = orders;
    this.numbers = numbers;
    this.hash = hash;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  Acceptance place(String sellerId, OrderRequest request) {
    String contentHash = hash.of(request);
    for (int attempt = 1; ; attempt++) {
      Optional<Acceptance> before = seenBefore(sellerId, request.reference(), contentHash);
      if (before.isPresent()) {
        return before.get();
      }
      Order order = order(sellerId, request, contentHash);
      try {
        transaction.executeWithoutResult(running -> accept(List.of(order)));
        return Acceptance.of(order);
      } catch (RuntimeException failure) {
        if (attempt == TRIES || !anotherWasFaster(failure)) {
          throw failure;
        }
      }
    }
  }

  /**
   * Many in the caller's transaction; fails as a whole if somebody else takes one of them
   * meanwhile.
   */
  List<Acceptance> placeAll(String sellerId, List<OrderRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    List<String> references = requests.stream().map(OrderRequest::reference).toList();
    Map<String, Order> known = new HashMap<>();
    repository
        .findAllBySellerIdAndReferenceIn(sellerId, references)
        .forEach(order -> known.put(order.reference(), order));
    Map<String, ArchivedOrder> ended = new HashMap<>();
    archived
        .byReferences(sellerId, references)
        .forEach(order -> ended.put(order.reference(), order));
    List<Order> fresh = new ArrayList<>();
    List<Acceptance> answers = new ArrayList<>();
    for (OrderRequest request : requests) {
      String contentHash = hash.of(request);
      Order before = known.get(request.reference());
      ArchivedOrder longBefore = ended.get(request.reference());
      if (before != null) {
        answers.add(seenBefore(before, contentHash));
      } else if (longBefore != null) {
        answers.add(seenBefore(longBefore, contentHash));
      } else {
        Order order = order(sellerId, request, contentHash);
        fresh.add(order);
        answers.add(Acceptance.of(order));
      }
    }
    accept(fresh);
    return answers;
  }

  private void accept(List<Order> fresh) {
    if (!fresh.isEmpty()) {
      orders.insertAll(fresh);
      fresh.forEach(order -> events.publishEvent(ordered(order)));
    }
  }

  private static Milestone ordered(Order order) {
    Instant at =
        order.placedAt().isBefore(order.acceptedAt()) ? order.placedAt() : order.acceptedAt();
    return Milestone.of(order.number(), MilestoneCode.ORDERED, at, "orders")
        .on(Milestone.Level.HOUSE);
  }

  /** First where it is, then where it goes: in between it is never in neither. */
  private Optional<Acceptance> seenBefore(String sellerId, String reference, String contentHash) {
    return repository
        .findBySellerIdAndReference(sellerId, reference)
        .map(order -> seenBefore(order, contentHash))
        .or(
            () ->
                archived.byReferences(sellerId, List.of(reference)).stream()
                    .findFirst()
                    .map(order -> seenBefore(order, contentHash)));
  }

  private static Acceptance seenBefore(Order known, String contentHash) {
    return Acceptance.before(
        known.number(), known.reference(), known.status(), known.contentHash(), contentHash);
  }

  private static Acceptance seenBefore(ArchivedOrder known, String contentHash) {
    return Acceptance.before(
        known.number(), known.reference(), known.status(), known.contentHash(), contentHash);
  }

  private static boolean anotherWasFaster(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof DuplicateKeyException
          || each instanceof PessimisticLockingFailureException) {
        return true;
      }
    }
    return false;
  }

  private Order order(String sellerId, OrderRequest request, String contentHash) {
    String number = numbers.next();
    List<Parcel> parcels = new ArrayList<>();
    for (OrderRequest.Size size : request.parcels()) {
      parcels.add(
          new Parcel(
              "%s%02d".formatted(number, parcels.size() + 1),
              size.grossWeightKg(),
              size.lengthCm(),
              size.widthCm(),
              size.heightCm()));
    }
    return new Order(
        number,
        sellerId,
        request.reference(),
        contentHash,
        request.placedAt(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        request.vatScheme(),
        request.iossNumber(),
        request.incoterm(),
        request.saleKind(),
        request.currency(),
        request.transportCost(),
        request.insuranceCost(),
        request.consignor(),
        request.consignee(),
        request.euResponsiblePerson(),
        request.delivery(),
        request.lane(),
        Stage.ACCEPTED,
        Status.IN_PROGRESS,
        false,
        null,
        request.lines(),
        parcels);
  }
}
