package eu.perron.exports;

/**
 * Customs gave back an application for a month's summary.
 *
 * @param reason what they say
 */
public record SummaryReturned(String month, String reason) {}
