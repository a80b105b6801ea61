package eu.perron.flow;

/**
 * An answer for a wait, found or not yet begun: a row of {@code flow_answer} when it has to be
 * kept.
 *
 * @param telling what was told once; of several answers of one telling only the first that finds
 *     its wait counts
 */
record GivenAnswer(
    String telling, String businessKey, String process, String activity, String answer) {}
