package eu.perron.exchange;

/**
 * An operator did something by hand. Published in the transaction of the act.
 *
 * @param who the account
 * @param what the act and its kind of thing, as {@code REPLAY MESSAGE}
 * @param about the thing, in words that stay when it is gone
 * @param before its state; null if there is none
 * @param after its state; null if there is none
 * @param why as the operator wrote it; empty if none was asked
 */
public record OperatorActed(
    String who, String what, String about, String before, String after, String why) {}
