package eu.perron.exports;

/**
 * Into which customs declaration a summary was made (CEB792).
 *
 * @param sumNo the number customs gave the application
 * @param entryId of the declaration; empty while there is none
 * @param state decState, in their code
 * @param lists how many lists it names
 */
public record SummaryResult(String sumNo, String entryId, String state, int lists) {}
