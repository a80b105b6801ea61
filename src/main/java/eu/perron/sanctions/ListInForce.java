package eu.perron.sanctions;

/** From now on everybody is screened by this version; published in the transaction of the act. */
public record ListInForce(long version, String who) {}
