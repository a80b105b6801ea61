package eu.perron.freight;

/**
 * What advance security says about the completion of a flight's entry summary.
 *
 * @param registered all of it; else it is not complete
 */
public record CompletionAnswered(String consignmentNumber, boolean registered) {}
