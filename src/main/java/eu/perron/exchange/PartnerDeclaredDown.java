package eu.perron.exchange;

/** A person says that a partner is down; from now on no message to it is taken. */
public record PartnerDeclaredDown(Partner partner, String who, String why) {}
