package eu.perron.freight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What completes the entry summaries of a master's houses before arrival (ICS2 IE3F21).
 *
 * @param flightDate of the scheduled departure, local to the origin
 * @param houses house air waybill numbers; a flight of many travels in several of these
 */
public record MasterSummary(
    String lrn,
    String awb,
    String origin,
    String destination,
    String flight,
    LocalDate flightDate,
    List<String> houses,
    Office declarant,
    Instant filedAt) {}
