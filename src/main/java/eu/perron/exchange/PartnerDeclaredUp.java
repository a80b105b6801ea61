package eu.perron.exchange;

/** A person says that a partner is back; what waited goes out again. */
public record PartnerDeclaredUp(Partner partner, String who) {}
