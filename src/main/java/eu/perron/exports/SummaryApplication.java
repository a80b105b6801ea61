package eu.perron.exports;

import java.time.Instant;
import java.util.List;

/**
 * An application for the summary of what one consignor exported in a month (message CEB701).
 *
 * @param changed this revision replaces one that was returned
 * @param invtNos numbers customs gave the lists
 */
public record SummaryApplication(
    String copNo,
    String guid,
    boolean changed,
    Instant filedAt,
    String ownerCode,
    String ownerName,
    List<String> invtNos) {}
