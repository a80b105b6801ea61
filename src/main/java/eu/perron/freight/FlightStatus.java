package eu.perron.freight;

import java.math.BigDecimal;
import java.util.List;

/**
 * One status line of an airline's message (Cargo-IMP FSU), as it was written: without year, without
 * zone.
 *
 * @param flight carrier and number, null if not named
 * @param date {@code 22NOV}: of the flight for BKD, MAN, DEP and PRE, else of the event
 * @param time {@code 1430}, null if only the day is known
 * @param departed {@code A2231} or {@code A0015-N}: actual, estimated or scheduled
 * @param quantity the letter: T total, P part, S split, D divided
 * @param houses house air waybills named in the OCI lines below it
 */
public record FlightStatus(
    String awb,
    String code,
    String flight,
    String date,
    String time,
    String departed,
    String arrived,
    String station,
    String toStation,
    String quantity,
    Integer pieces,
    BigDecimal weightKg,
    String discrepancy,
    List<String> houses,
    String raw) {
  FlightStatus under(String otherAwb) {
    return new FlightStatus(
        otherAwb,
        code,
        flight,
        date,
        time,
        departed,
        arrived,
        station,
        toStation,
        quantity,
        pieces,
        weightKg,
        discrepancy,
        houses,
        raw);
  }
}
