package eu.perron.freight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A status line of the airline with its times made sense of.
 *
 * @param leg the flight it speaks of, as booked where it names one of our bookings
 * @param extent T total, P part, S split, D divided; null when the line says no quantity
 */
record StatusLine(
    String code,
    Leg leg,
    Instant at,
    String station,
    String extent,
    Integer pieces,
    String discrepancy,
    Set<String> houses) {

  record Leg(String flight, LocalDate date) {}

  boolean is(String wanted) {
    return code.equals(wanted);
  }

  boolean tells(String wantedDiscrepancy) {
    return is("DIS") && wantedDiscrepancy.equals(discrepancy);
  }
}
