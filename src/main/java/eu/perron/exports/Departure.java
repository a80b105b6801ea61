package eu.perron.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What departed under a master air waybill (message CEB509).
 *
 * @param changed this revision replaces an earlier one
 * @param leftAt off the ground, or as near to it as we know
 * @param houses numbers of the house air waybills, which are the order numbers
 */
public record Departure(
    String copNo,
    String guid,
    boolean changed,
    Instant filedAt,
    String consignmentNumber,
    String masterWaybill,
    String flight,
    LocalDate flightDate,
    String transportMode,
    Instant leftAt,
    List<String> houses) {}
