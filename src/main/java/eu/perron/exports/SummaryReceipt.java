package eu.perron.exports;

import java.time.Instant;

/**
 * What customs say about one application for a summary (CEB702).
 *
 * @param sumNo the number customs gave it; may be null
 */
public record SummaryReceipt(String copNo, String sumNo, int status, Instant at, String info) {}
