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
  private final Orders orders;
  private final OrderNumbers numbers;
  private final ContentHash hash;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Intake(
      OrderRepository repository,
      Orders orders,
      OrderNumbers numbers,
      ContentHash hash,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.repository = repository;
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
      Optional<Order> known = repository.findBySellerIdAndReference(sellerId, request.reference());
      if (known.isPresent()) {
        return seenBefore(known.get(), contentHash);
      }
      Order order = order(sellerId, request, contentHash);
      try {
        transaction.executeWithoutResult(running -> accept(List.of(order)));
        return new Acceptance(Acceptance.Kind.NEW, order);
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
    Map<String, Order> known = new HashMap<>();
    repository
        .findAllBySellerIdAndReferenceIn(
            sellerId, requests.stream().map(OrderRequest::reference).toList())
        .forEach(order -> known.put(order.reference(), order));
    List<Order> fresh = new ArrayList<>();
    List<Acceptance> answers = new ArrayList<>();
    for (OrderRequest request : requests) {
      String contentHash = hash.of(request);
      Order before = known.get(request.reference());
      if (before != null) {
        answers.add(seenBefore(before, contentHash));
      } else {
        Order order = order(sellerId, request, contentHash);
        fresh.add(order);
        answers.add(new Acceptance(Acceptance.Kind.NEW, order));
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

  private static Acceptance seenBefore(Order known, String contentHash) {
    return new Acceptance(
        known.contentHash().equals(contentHash)
            ? Acceptance.Kind.REPEATED
            : Acceptance.Kind.REFERENCE_TAKEN,
        known);
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
