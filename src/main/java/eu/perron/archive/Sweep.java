package eu.perron.archive;

import eu.perron.archive.Archivist.Moved;
import eu.perron.archive.Owner.Ended;
import eu.perron.house.Halving;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The round that takes what has ended long enough into the archive, tens in a transaction, while
 * everything else goes on. Nodes share it: what one holds, the other passes by.
 */
@Component
class Sweep {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);
  private static final Duration AT_LEAST_SAID_EVERY = Duration.ofMinutes(5);
  private final Map<Kind, Owner> owners = new EnumMap<>(Kind.class);
  private final List<Follower> followers;
  private final Archivist archivist;
  private final Erasure erasure;
  private final Days days;
  private final Halving halving;
  private final RetentionSettings settings;
  private final Clock clock;
  private final Set<String> complainedOf = ConcurrentHashMap.newKeySet();
  private volatile Instant said = Instant.MIN;

  Sweep(
      List<Owner> owners,
      List<Follower> followers,
      Archivist archivist,
      Erasure erasure,
      Days days,
      Halving halving,
      RetentionSettings settings,
      Clock clock) {
    owners.forEach(owner -> this.owners.put(owner.kind(), owner));
    this.followers = followers;
    this.archivist = archivist;
    this.erasure = erasure;
    this.days = days;
    this.halving = halving;
    this.settings = settings;
    this.clock = clock;
  }

  private static final class Course {
    private Moved moved = Moved.NONE;
    private String problem;
  }

  @Scheduled(
      initialDelayString = "${perron.retention.every:PT10S}",
      fixedDelayString = "${perron.retention.every:PT10S}")
  void goRound() {
    Days.Round round = round();
    Instant now = clock.instant();
    if (!round.isIdle() || said.plus(AT_LEAST_SAID_EVERY).isBefore(now)) {
      said = now;
      days.note(round);
    }
  }

  private Days.Round round() {
    Instant before = clock.instant().minus(settings.hot());
    Course orders = walk(Kind.ORDER, before);
    Course consignments = walk(Kind.CONSIGNMENT, before);
    int messages = 0;
    for (Follower follower : followers) {
      messages += follower.leave(before, settings.round());
    }
    return new Days.Round(
        orders.moved.archived(),
        consignments.moved.archived(),
        messages,
        erasure.round(settings.round()),
        orders.moved.keptBack() + consignments.moved.keptBack(),
        orders.problem == null ? consignments.problem : orders.problem);
  }

  /** Page by page, so that those that must stay hold up nobody behind them. */
  private Course walk(Kind kind, Instant before) {
    Course course = new Course();
    Owner owner = owners.get(kind);
    Ended last = null;
    List<Ended> page;
    do {
      page = owner.ended(before, last, settings.batch());
      List<Moved> moved = new ArrayList<>();
      halving.each(
          page.stream().map(Ended::number).toList(),
          numbers -> moved.add(archivist.move(owner, numbers, before)),
          (number, why) -> course.problem = complaint(number, why, course.problem));
      course.moved = moved.stream().reduce(course.moved, Moved::plus);
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (page.size() == settings.batch() && course.moved.archived() < settings.round());
    return course;
  }

  private String complaint(String number, RuntimeException why, String before) {
    if (why instanceof ConcurrencyFailureException) {
      return before;
    }
    if (complainedOf.add(number)) {
      log.warn("{} cannot be archived: {}", number, why.toString());
    }
    return number + ": " + why;
  }
}
