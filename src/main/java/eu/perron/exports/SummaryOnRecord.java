package eu.perron.exports;

/**
 * A month's summary of one consignor, as a clerk sees it.
 *
 * @param lists how many it names
 * @param entryId the customs declaration it became, or null
 * @param reason what customs said last, or null
 */
public record SummaryOnRecord(
    String copNo, String consignor, int lists, String state, String entryId, String reason) {}
