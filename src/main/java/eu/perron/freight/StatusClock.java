package eu.perron.freight;

import eu.perron.freight.StatusLine.Leg;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sense of the dates and times of a status line at its station, against the moment it was
 * received.
 */
final class StatusClock {
  /** In these the date is the flight's, in all others the event's (Cargo-IMP FSU). */
  private static final Set<String> DATED_BY_FLIGHT = Set.of("BKD", "MAN", "DEP", "PRE");

  private static final Duration SKEW = Duration.ofMinutes(5);

  private StatusClock() {}

  /**
   * @param bookings ours, the current one last
   */
  static StatusLine read(FlightStatus status, List<Leg> bookings, ZoneId zone, Instant received) {
    LocalDate today = received.atZone(zone).toLocalDate();
    LocalDate date = CargoDates.nearest(status.date(), today).orElse(today);
    return new StatusLine(
        status.code(),
        leg(status, bookings, date),
        at(status, date, zone, received),
        status.station(),
        status.quantity(),
        status.pieces(),
        status.discrepancy(),
        new HashSet<>(status.houses()));
  }

  /**
   * What a message says has happened cannot lie ahead: then its clock or our reading of its day is
   * wrong.
   */
  private static Instant at(FlightStatus status, LocalDate date, ZoneId zone, Instant received) {
    String told =
        DATED_BY_FLIGHT.contains(status.code())
            ? status.departed()
            : status.time() != null ? "A" + status.time() : status.arrived();
    Optional<Instant> at =
        told == null || told.charAt(0) != 'A'
            ? Optional.empty()
            : CargoDates.time(told.substring(1, 5)).map(time -> instant(told, date, time, zone));
    return at.filter(time -> !time.isAfter(received.plus(SKEW))).orElse(received);
  }

  private static Instant instant(String told, LocalDate date, LocalTime time, ZoneId zone) {
    int days = told.length() > 6 ? CargoDates.dayChange(told.charAt(6)) : 0;
    return date.plusDays(days).atTime(time).atZone(zone).toInstant();
  }

  private static Leg leg(FlightStatus status, List<Leg> bookings, LocalDate date) {
    String flight = FlightNumber.normalise(status.flight()).orElse(null);
    if (flight == null) {
      return bookings.isEmpty() ? new Leg(null, date) : bookings.get(bookings.size() - 1);
    }
    long reach = DATED_BY_FLIGHT.contains(status.code()) ? 1 : 3;
    return bookings.stream()
        .filter(booking -> booking.flight().equals(flight))
        .filter(booking -> distance(booking, date) <= reach)
        .min(Comparator.comparingLong(booking -> distance(booking, date)))
        .orElse(new Leg(flight, date));
  }

  private static long distance(Leg booking, LocalDate date) {
    return Math.abs(ChronoUnit.DAYS.between(booking.date(), date));
  }
}
